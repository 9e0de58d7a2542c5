import ModuleKit

/// Datasets of Parquet files: a view of the files where they lie, without the rows that do not fit.
extension DuckDBDialect {
    func parquetColumns(of opened: String) -> String {
        let file = SQLText.literal(opened)
        return """
            SELECT column_name, column_type, (SELECT sum(num_rows) FROM parquet_file_metadata(\(file)))
            FROM (DESCRIBE SELECT * FROM read_parquet(\(file)))
            """
    }

    /// An answer a file with its unfit rows, one with the account of all, and the rows whose key came before.
    func survey(_ load: DatasetLoad) -> [ScriptItem] {
        let record = load.table
        let main = record.dateIndex.map { "CAST(\(record.column($0)) AS DATE)" } ?? "NULL"
        var items: [ScriptItem] = []
        for source in load.sources {
            // Of each file: its account in one row, and behind it a row for each row that does not fit.
            items.append(
                .answer(
                    name: "\(record.name) file \(source.path)",
                    """
                    WITH read AS NOT MATERIALIZED (SELECT fault, \(main) AS day, row FROM (\(rows(load, source, isChecked: true))))
                    SELECT count(*), max(row) - min(row) + 1, count(fault) FILTER (WHERE NOT \(isExpired)),
                    CAST(date_diff('day', DATE '1970-01-01', max(day) FILTER (WHERE fault IS NULL)) AS VARCHAR),
                    count(*) FILTER (WHERE fault IS NOT NULL AND \(isExpired)),
                    date_diff('day', DATE '1970-01-01', min(day) FILTER (WHERE fault IS NULL)) FROM read
                    UNION ALL (SELECT -1, row, NULL, fault, NULL, NULL FROM read WHERE fault IS NOT NULL AND NOT \(isExpired) ORDER BY row)
                    """))
        }
        if !record.contract.key.isEmpty {
            items.append(.answer(name: "\(record.name) repeated", repeatedRows(load)))
        }
        return items
    }

    func view(_ load: DatasetLoad, without unfit: [(path: String, rows: [Int])]) -> [ScriptItem] {
        let record = load.table
        let name = SQLText.literal(record.name)
        let view = "cache.\(record.name)"
        let columns =
            (record.areaIndex == nil ? [] : ["place"]) + record.contract.columns.indices.map(record.column)
        var items: [ScriptItem] = [
            .statement("BEGIN"),
            .statement("DROP VIEW IF EXISTS \(view)"),
            .statement("CREATE OR REPLACE TABLE \(view)_unfit (f VARCHAR, row BIGINT)"),
        ]
        for (path, rows) in unfit where !rows.isEmpty {
            items.append(
                .statement("INSERT INTO \(view)_unfit SELECT \(SQLText.literal(path)), unnest(\(rows))"))
        }
        let parts = load.sources.map { source in
            let hasUnfit = unfit.contains { $0.path == source.path && !$0.rows.isEmpty }
            let sound =
                hasUnfit
                ? "\nWHERE row NOT IN (SELECT u.row FROM \(view)_unfit AS u WHERE u.f = \(SQLText.literal(source.path)))"
                : ""
            let kept = expired(load).map { "\(sound.isEmpty ? "\nWHERE" : " AND") NOT coalesce(\($0), false)" } ?? ""
            // As in a table, a record's file and its place in it, by which record steps order records of one moment.
            let place = "\(SQLText.literal(source.path)) AS f, row"
            let columns = columns.map { ", \($0)" }.joined()
            return "SELECT \(place)\(columns) FROM (\(rows(load, source, isChecked: false)))\(sound)\(kept)"
        }
        if parts.isEmpty {
            let empty = (["f", "row"] + columns).map { "NULL AS \($0)" }.joined(separator: ", ")
            items.append(.statement("CREATE VIEW \(view) AS SELECT \(empty) WHERE false"))
        } else {
            items.append(.statement("CREATE VIEW \(view) AS \(parts.joined(separator: "\nUNION ALL\n"))"))
        }
        return items + [
            .statement("DELETE FROM cache.stamps WHERE name = \(name)"),
            .statement("INSERT INTO cache.stamps VALUES (\(name), \(SQLText.literal(load.stampAfter)))"),
            .statement("COMMIT"),
        ]
    }

    /// Of the sound rows with one key, all but the first by file and row.
    private func repeatedRows(_ load: DatasetLoad) -> String {
        let record = load.table
        let indices = record.contract.key.compactMap { key in record.contract.columns.firstIndex { $0.name == key } }
        let columns = indices.map(record.column)
        let present = columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
        let all = load.sources.enumerated().map { place, source in
            "SELECT \(place) AS file, \(SQLText.literal(source.path)) AS path, row, fault, \(columns.joined(separator: ", ")) "
                + "FROM (\(rows(load, source, isChecked: true)))"
        }
        return """
            SELECT file, row, '\(indices.first ?? 0):\(FaultCode.repeated):' || path FROM (SELECT file, row, \
            row_number() OVER same AS turn, first_value(path) OVER same AS path
            FROM (\(all.joined(separator: "\nUNION ALL\n"))) WHERE fault IS NULL AND \(present)
            WINDOW same AS (PARTITION BY \(columns.joined(separator: ", ")) ORDER BY file, row)) WHERE turn > 1 ORDER BY 1, 2
            """
    }

    /// The rows of one file: `row` from 0, the typed columns, `place`, and where they are checked `fault`.
    private func rows(_ load: DatasetLoad, _ source: DatasetLoad.Source, isChecked: Bool) -> String {
        let record = load.table
        let columns = record.contract.columns
        let types = source.schema?.columns ?? []
        var raw: [String] = []
        var read: [String] = []
        var typed: [String] = []
        for (index, column) in columns.enumerated() {
            let places = index < source.match.places.count ? source.match.places[index] : []
            // A plan is shown before any file is opened: its columns are then those that it should have.
            let named = source.schema == nil ? column.origin.headers : places.map { types[$0].header }
            let headers = named.map(SQLText.identifier)
            raw.append("\(text(of: column, headers)) AS \(isSum(column) ? "l" : "v")\(index)")
            if isSum(column) { read.append("\(unfitPart(of: "l\(index)", column.type)) AS v\(index)") }
            if case .header = column.origin, let place = places.first,
                let direct = cast("t\(index)", from: types[place].type, to: column.type)
            {
                raw.append("\(headers[0]) AS t\(index)")
                typed.append("\(direct) AS \(record.column(index))")
            } else {
                typed.append("\(typedValue(column, index)) AS \(record.column(index))")
            }
        }
        let place = record.areaIndex.map { ["lower(v\($0)) AS place"] } ?? []
        let texts = columns.indices.filter { !isSum(columns[$0]) }.map { "v\($0)" }
        let kept = ["row"] + place.map { _ in "place" } + columns.indices.map(record.column)
        return """
            SELECT \((kept + (isChecked ? [fault(load) + " AS fault"] : [])).joined(separator: ", "))
            FROM (SELECT row, \((texts + read + place + typed).joined(separator: ",\n"))
            FROM (SELECT file_row_number AS row, \(raw.joined(separator: ", "))
            FROM read_parquet(\(SQLText.literal(source.opened)), file_row_number = true)))
            """
    }

    /// A value that the file holds as a value, not as text; nil where it is read as text.
    private func cast(_ value: String, from type: String, to wanted: ColumnType) -> String? {
        let isWhole = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"].contains(type)
        let isNumber = ["FLOAT", "DOUBLE"].contains(type) || type.hasPrefix("DECIMAL")
        return switch wanted {
        case .number where isWhole: "CAST(\(value) AS DOUBLE)"
        case .number where isNumber: "CASE WHEN isfinite(CAST(\(value) AS DOUBLE)) THEN CAST(\(value) AS DOUBLE) END"
        case .whole where isWhole:
            "CASE WHEN abs(CAST(\(value) AS HUGEINT)) <= 9007199254740992 THEN CAST(\(value) AS BIGINT) END"
        case .date where type == "DATE" || type.hasPrefix("TIMESTAMP"): "CAST(\(value) AS DATE)"
        case .moment where type.hasPrefix("TIMESTAMP"): "CAST(\(value) AS TIMESTAMP)"
        case .truth where type == "BOOLEAN": value
        default: nil
        }
    }
}
