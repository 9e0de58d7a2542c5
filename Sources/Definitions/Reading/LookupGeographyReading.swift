import Diagnostics
import Measures
import YAMLText

/// Areas and codes that come from lookup tables instead of being listed.
extension ReadingContext {
    private struct Whole {
        var area: Area
        var span: SourceSpan
    }

    private struct LevelDraft {
        var file: Located<String>
        var code: Located<String>
        var name: Located<String>
    }

    private struct CodesDraft {
        var file: Located<String>
        var code: Located<String>
        /// Columns whose codes say where the code lies.
        var holders: [Located<String>]
    }

    /// Reads `areas:` with `whole`, `levels` and `codes`.
    func lookedUpGeography(_ reader: inout MappingReader) -> Geography? {
        let whole = reader.required("whole", wholeReading)
        let levels = reader.required("levels", .entries(of: levelReading))
        let codes = reader.required("codes", .list(of: codesReading))
        guard let whole, let levels, let codes else { return nil }
        var tables = TableShelf(context: self)
        var areas = [whole]
        for level in levels { areas += self.areas(of: level.value, at: level.key, &tables) }
        var seen: Set<AreaCode> = []
        for area in areas where !seen.insert(area.code).inserted {
            let key = levels.first { $0.key.text == area.level.rawValue }?.key ?? levels.first?.key
            if let key { report(DefinitionProblem.areaTwice(area.code.rawValue), at: key.span) }
        }
        var places = CodePlaces(areas: areas, whole: whole.code)
        var covers = ([whole.level] + levels.map { AreaLevel($0.key.text) }).map { level in
            Geography.Cover(areas.filter { $0.level == level }.map { [$0.code.rawValue, $0.name] })
        }
        for draft in codes {
            guard let placed = place(draft, &places, &tables) else { continue }
            covers.append(Geography.Cover(placed.map { [$0] }))
        }
        return Geography(
            levels: [whole.level] + levels.map { AreaLevel($0.key.text) }, areas: areas, placements: places.placements,
            straddled: places.straddled, covers: covers)
    }

    private func areas(of draft: LevelDraft, at level: YAMLScalar, _ tables: inout TableShelf) -> [Area] {
        checkID(level.text, of: .level, at: level.span)
        guard let columns = tables.columns([draft.code, draft.name], of: draft.file) else { return [] }
        var names: [String: String] = [:]
        var areas: [Area] = []
        for (code, name) in zip(columns[0], columns[1]) where !code.isEmpty {
            if let first = names[code] {
                guard first == name else {
                    report(AreaProblem.twoNames(code: code, first: first, second: name), at: draft.name.span)
                    return areas
                }
                continue
            }
            names[code] = name
            areas.append(Area(code: AreaCode(code), name: name, level: AreaLevel(level.text)))
        }
        if areas.isEmpty { report(AreaProblem.noAreas(level: level.text, table: draft.file.value), at: draft.code.span) }
        return areas.sorted { ($0.name, $0.code.rawValue) < ($1.name, $1.code.rawValue) }
    }

    /// The codes of the table that lie in the partnership, each once; nil where the table is not there.
    private func place(_ draft: CodesDraft, _ places: inout CodePlaces, _ tables: inout TableShelf) -> [String]? {
        guard let columns = tables.columns([draft.code] + draft.holders, of: draft.file) else { return nil }
        let placed = places.place(columns[0], by: Array(columns.dropFirst()))
        if placed.isEmpty {
            report(
                AreaProblem.nothingPlaced(
                    column: draft.code.value, table: draft.file.value, by: draft.holders.map(\.value)), at: draft.code.span)
        }
        return placed
    }

    private var wholeReading: FieldReading<Area> {
        .mapping("`whole`") { reader in
            let level = reader.required("level", .locatedText)
            let code = reader.required("code", .text)
            let name = reader.required("name", .text)
            if let level { self.checkID(level.value, of: .level, at: level.span) }
            guard let level, let code, let name else { return nil }
            return Area(code: AreaCode(code), name: name, level: AreaLevel(level.value))
        }
    }

    private var levelReading: FieldReading<LevelDraft> {
        .mapping("a level") { reader in
            let file = reader.required("file", .locatedText)
            let code = reader.required("code", .locatedText)
            let name = reader.required("name", .locatedText)
            guard let file, let code, let name else { return nil }
            return LevelDraft(file: file, code: code, name: name)
        }
    }

    private var codesReading: FieldReading<CodesDraft> {
        .mapping("a table of codes") { reader in
            let file = reader.required("file", .locatedText)
            let code = reader.required("code", .locatedText)
            let holders = reader.required("in", .oneOrMore(.locatedText))
            guard let file, let code, let holders else { return nil }
            return CodesDraft(file: file, code: code, holders: holders)
        }
    }
}

/// The lookup tables read so far, each once.
private struct TableShelf {
    let context: ReadingContext
    private var tables: [String: LookupTable?] = [:]

    init(context: ReadingContext) { self.context = context }

    /// The values of some columns, row by row; nil where the table or a column is not there, which is reported.
    mutating func columns(_ wanted: [Located<String>], of file: Located<String>) -> [[String]]? {
        guard let table = table(file) else { return nil }
        var columns: [[String]] = []
        for column in wanted {
            guard let place = table.header.firstIndex(of: column.value) else {
                context.report(
                    AreaProblem.noSuchColumn(column.value, table: file.value, columns: table.header), at: column.span)
                continue
            }
            columns.append(table.rows.map { $0[place] })
        }
        return columns.count == wanted.count ? columns : nil
    }

    private mutating func table(_ file: Located<String>) -> LookupTable? {
        if let read = tables[file.value] { return read }
        let read: LookupTable?
        switch context.lookups.table(file.value) {
        case .success(let table): read = table
        case .failure(let failure):
            read = nil
            let problem: AreaProblem =
                switch failure {
                case .outside: .tableOutside(file.value)
                case .absent: .tableAbsent(file.value)
                case .unreadable(let reason): .tableUnreadable(file.value, reason: reason)
                }
            context.report(problem, at: file.span)
        }
        tables.updateValue(read, forKey: file.value)
        return read
    }
}
