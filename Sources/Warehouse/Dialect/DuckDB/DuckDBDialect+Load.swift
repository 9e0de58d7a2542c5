import ModuleKit

extension DuckDBDialect {
    func load(_ load: DatasetLoad) -> [ScriptItem] {
        precondition(!load.table.isView, "a dataset of Parquet files is not copied")
        let table = "cache.\(load.table.name)"
        let name = SQLText.literal(load.table.name)
        var items: [ScriptItem] = [.statement("BEGIN")]
        var ours = ""
        if let replaced = load.replacing, let before = load.stampBefore {
            items.append(assertion(table: load.table.name, stamp: before))
            if !replaced.isEmpty { items.append(.statement("DELETE FROM \(table) WHERE f IN \(SQLText.list(replaced))")) }
            ours = load.sources.isEmpty ? "" : " AND f IN \(SQLText.list(load.sources.map(\.path)))"
        } else {
            items.append(.statement("DROP TABLE IF EXISTS \(table)"))
            items.append(.statement("CREATE TABLE \(table) (\(storedColumns(load.table).joined(separator: ", ")))"))
        }
        if !load.sources.isEmpty {
            items.append(.statement("INSERT INTO \(table)\n\(selections(load))"))
            items += reports(load, table: table, ours: ours)
            items.append(.statement("DELETE FROM \(table) WHERE fault IS NOT NULL"))
        }
        return items + [
            .statement("DELETE FROM cache.stamps WHERE name = \(name)"),
            .statement("INSERT INTO cache.stamps VALUES (\(name), \(SQLText.literal(load.stampAfter)))"),
            .statement("COMMIT"),
        ]
    }

    private func storedColumns(_ table: RecordTable) -> [String] {
        ["f VARCHAR", "fault VARCHAR"] + (table.areaIndex == nil ? [] : ["place VARCHAR"])
            + table.contract.columns.indices.map { "\(table.column($0)) \(storedType(table.contract.columns[$0].type))" }
    }

    /// What the load says of itself. Records lie in the table in the order of their files and lines, so the place of one
    /// in its file is the distance of its row number from the file's first.
    private func reports(_ load: DatasetLoad, table: String, ours: String) -> [ScriptItem] {
        let record = load.table
        var items: [ScriptItem] = []
        if !record.contract.key.isEmpty { items.append(.statement(repeatedKeys(load, table: table))) }
        let main = record.dateIndex.map { "CAST(\(record.column($0)) AS DATE)" } ?? "NULL"
        items.append(
            .answer(
                name: "\(record.name) files",
                """
                SELECT f, count(*), max(rowid) - min(rowid) + 1, count(fault) FILTER (WHERE NOT \(isExpired)),
                date_diff('day', DATE '1970-01-01', CAST(max(\(main)) FILTER (WHERE fault IS NULL) AS DATE)),
                count(*) FILTER (WHERE fault IS NOT NULL AND \(isExpired)),
                date_diff('day', DATE '1970-01-01', CAST(min(\(main)) FILTER (WHERE fault IS NULL) AS DATE))
                FROM \(table) WHERE true\(ours) GROUP BY f ORDER BY f
                """))
        items.append(
            .answer(
                name: "\(record.name) faults",
                """
                SELECT r.f, r.rowid - s.start, r.fault
                FROM \(table) AS r JOIN (SELECT f, min(rowid) AS start FROM \(table) WHERE true\(ours) GROUP BY f) AS s ON r.f = s.f
                WHERE r.fault IS NOT NULL AND NOT \(isExpired) ORDER BY 1, 2
                """))
        return items
    }

    /// Of the sound records with one key, all but the first by file and line; each with the file of the first.
    private func repeatedKeys(_ load: DatasetLoad, table: String) -> String {
        let record = load.table
        let indices = record.contract.key.compactMap { key in record.contract.columns.firstIndex { $0.name == key } }
        let columns = indices.map(record.column)
        let present = columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
        let order = "list_position([\(load.sources.map { SQLText.literal($0.path) }.joined(separator: ", "))], f), rowid"
        return """
            UPDATE \(table) AS t SET fault = '\(indices.first ?? 0):\(FaultCode.repeated):' || r.path FROM (
            SELECT rowid AS row, row_number() OVER same AS turn, first_value(f) OVER same AS path
            FROM \(table) WHERE fault IS NULL AND \(present)
            WINDOW same AS (PARTITION BY \(columns.joined(separator: ", ")) ORDER BY \(order))) AS r
            WHERE r.turn > 1 AND r.row = t.rowid
            """
    }

    /// One selection for each way in which files are laid out and end their lines (the engine finds the line ends of the
    /// first file and holds the others to them), all in one statement.
    private func selections(_ load: DatasetLoad) -> String {
        var groups: [(first: DatasetLoad.Source, sources: [DatasetLoad.Source])] = []
        for source in load.sources {
            if let index = groups.firstIndex(where: {
                $0.first.match == source.match && $0.first.lineEnds == source.lineEnds
            }) {
                groups[index].sources.append(source)
            } else {
                groups.append((source, [source]))
            }
        }
        return groups.map { selection(load, $0.sources, like: $0.first) }.joined(separator: "\nUNION ALL\n")
    }

    private func selection(_ load: DatasetLoad, _ sources: [DatasetLoad.Source], like first: DatasetLoad.Source) -> String {
        let record = load.table
        let columns = record.contract.columns
        let raw = columns.indices.map {
            "\(text(of: columns[$0], first.match.places[$0].map { "h\($0)" })) AS \(isSum(columns[$0]) ? "l" : "v")\($0)"
        }
        let read = columns.indices.filter { isSum(columns[$0]) }.map {
            "\(unfitPart(of: "l\($0)", columns[$0].type)) AS v\($0)"
        }
        let typed = columns.indices.map { "\(typedValue(columns[$0], $0)) AS \(record.column($0))" }
        var place: [String] = []
        if let area = record.areaIndex { place = ["lower(v\(area)) AS place"] }
        let kept = (place.isEmpty ? [] : ["place"]) + columns.indices.map(record.column)
        var stored = ["f", fault(load) + " AS fault"]
        // Of a record that is too old nothing is written, not even for the length of the load.
        if let expired = expired(load) {
            stored += kept.map { "CASE WHEN NOT coalesce(\(expired), false) THEN \($0) END AS \($0)" }
        } else {
            stored += kept
        }
        let headers = (0..<first.match.fieldCount).map { "'h\($0)': 'VARCHAR'" }
        let files = sources.map { SQLText.literal($0.opened) }.joined(separator: ", ")
        return """
            SELECT \(stored.joined(separator: ", "))
            FROM (SELECT f, \((columns.indices.filter { !isSum(columns[$0]) }.map { "v\($0)" } + read + place + typed).joined(separator: ",\n"))
            FROM (SELECT \(path(load, sources)) AS f, \(raw.joined(separator: ", "))
            FROM read_csv([\(files)], auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
            strict_mode = true, null_padding = false, \
            ignore_errors = true, max_line_size = \(RecordReader.longestRecord * 2), filename = 'opened',
            columns = {\(headers.joined(separator: ", "))})))
            """
    }

    func isSum(_ column: DatasetContract.Column) -> Bool {
        if case .sum = column.origin { true } else { false }
    }

    /// A column's text as it stands in the file: NULL where it is blank. Of a sum, the list of its parts.
    func text(of column: DatasetContract.Column, _ headers: [String]) -> String {
        let parts = headers.map { "nullif(\(trimmed("CAST(\($0) AS VARCHAR)")), '')" }
        return switch column.origin {
        case .header: parts[0]
        case .sum: "[\(parts.joined(separator: ", "))]"
        case .value(let text): SQLText.literal(text)
        }
    }

    /// Without spaces and tabs at its ends. Few values have any, and the engine's trim of stated characters is dear.
    private func trimmed(_ value: String) -> String {
        let hasAny = ["prefix", "suffix"].flatMap { end in ["' '", "chr(9)"].map { "\(end)(\(value), \($0))" } }
        return "CASE WHEN \(hasAny.joined(separator: " OR ")) THEN trim(\(value), ' ' || chr(9)) ELSE \(value) END"
    }

    /// The first part of a sum that is no number, else its first; NULL where any part is absent.
    func unfitPart(of parts: String, _ type: ColumnType) -> String {
        "CASE WHEN NOT list_contains(list_transform(\(parts), lambda x: x IS NULL), true) "
            + "THEN coalesce(list_filter(\(parts), lambda x: \(converted("x", to: type)) IS NULL)[1], \(parts)[1]) END"
    }

    func typedValue(_ column: DatasetContract.Column, _ index: Int) -> String {
        guard isSum(column) else { return converted("v\(index)", to: column.type) }
        return "CASE WHEN \(converted("v\(index)", to: column.type)) IS NOT NULL "
            + "THEN CAST(list_sum(list_transform(l\(index), lambda x: \(converted("x", to: column.type)))) "
            + "AS \(storedType(column.type))) END"
    }

    /// The path below the data folder of the file that a record came from.
    private func path(_ load: DatasetLoad, _ sources: [DatasetLoad.Source]) -> String {
        let copies = sources.filter { $0.opened != "\(load.root)/\($0.path)" }
        let own = "substr(opened, \(load.root.unicodeScalars.count + 2))"
        guard !copies.isEmpty else { return own }
        let cases = copies.map { "WHEN \(SQLText.literal($0.opened)) THEN \(SQLText.literal($0.path))" }
        return "CASE opened \(cases.joined(separator: " ")) ELSE \(own) END"
    }

    /// Whether a record is older than the dataset's retention; nil where it has none.
    func expired(_ load: DatasetLoad) -> String? {
        guard let first = load.earliestKept, let index = load.table.dateIndex else { return nil }
        let day = "CAST(\(load.table.column(index)) AS DATE)"
        // What is before the first day of all is a mistake, not old.
        return "(\(day) >= \(SQLText.date(load.earliestDay)) AND \(day) < \(SQLText.date(first)))"
    }

    /// Whether a fault is only age.
    var isExpired: String { "contains(fault, ':\(FaultCode.expired):')" }

    /// The first thing that is wrong with a record: the column's index, what, and the value as read.
    ///
    /// A load needs the records in the order of the file. The engine looks `IN` a table, or in a longer list, up by a join, behind
    /// which they are in any order; so known values are a list that is searched, or a type.
    func fault(_ load: DatasetLoad) -> String {
        let record = load.table
        var cases: [String] = []
        if let expired = expired(load) {
            cases.append("WHEN \(expired) THEN '\(record.dateIndex ?? 0):\(FaultCode.expired):'")
        }
        for (index, column) in record.contract.columns.enumerated() {
            let (raw, typed) = ("v\(index)", record.column(index))
            func add(_ condition: String, _ code: String) {
                let value = column.type == .person ? "''" : raw
                cases.append("WHEN \(condition) THEN '\(index):\(code):' || coalesce(\(value), '')")
            }
            if column.required || record.requires(index) { add("\(raw) IS NULL", FaultCode.missing) }
            switch column.type {
            case .text, .area, .person: break
            case .number, .whole, .date, .moment, .truth: add("\(raw) IS NOT NULL AND \(typed) IS NULL", FaultCode.type)
            }
            if !column.codes.isEmpty {
                add("NOT list_contains([\(column.codes.map(SQLText.literal).joined(separator: ", "))], \(raw))", FaultCode.code)
            }
            if let least = column.minimum, RecordKind(column.type) == .number {
                add("\(typed) < \(SQLText.number(least))", FaultCode.range)
            }
            if let most = column.maximum, RecordKind(column.type) == .number {
                add("\(typed) > \(SQLText.number(most))", FaultCode.range)
            }
            if RecordKind(column.type).isDated {
                let day = "CAST(\(typed) AS DATE)"
                add("\(day) < \(SQLText.date(load.earliestDay)) OR \(day) > \(SQLText.date(load.latestDay))", FaultCode.date)
            }
            if index == record.areaIndex, record.mustKnowArea {
                let code = "TRY_CAST(place AS \(placeType(placeTable(record))))"
                add("place IS NOT NULL AND \(code) IS NULL", FaultCode.area)
            }
        }
        return cases.isEmpty ? "NULL" : "CASE \(cases.joined(separator: "\n")) END"
    }
}

/// How a load names what is wrong with a record.
enum FaultCode {
    static let type = "type"
    static let missing = "missing"
    static let code = "code"
    static let range = "range"
    static let date = "date"
    static let area = "area"
    static let repeated = "repeated"
    /// Not unfit: older than the retention.
    static let expired = "expired"

    static func reason(_ code: some StringProtocol) -> SetAsideReason? {
        switch String(code) {
        case type: .type
        case missing: .missing
        case Self.code: .code
        case range: .range
        case date: .date
        case area: .area
        case repeated: .repeated
        default: nil
        }
    }
}
