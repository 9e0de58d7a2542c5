/// What can be wrong with areas that come from lookup tables.
public enum AreaProblem: Problem, Equatable {
    case tableOutside(String)
    case tableAbsent(String)
    case tableUnreadable(String, reason: String)
    case noSuchColumn(String, table: String, columns: [String])
    case twoNames(code: String, first: String, second: String)
    case noAreas(level: String, table: String)
    case nothingPlaced(column: String, table: String, by: [String])
}

extension AreaProblem {
    public var code: String {
        switch self {
        case .tableOutside: "lookup-outside-folders"
        case .tableAbsent: "lookup-absent"
        case .tableUnreadable: "lookup-unreadable"
        case .noSuchColumn: "lookup-column"
        case .twoNames: "lookup-two-names"
        case .noAreas: "lookup-no-areas"
        case .nothingPlaced: "lookup-places-nothing"
        }
    }

    public var severity: Severity { .error }

    public var words: String {
        switch self {
        case .tableOutside(let path):
            "the table \(Wording.quoted(path)) lies outside the data folder and the folder of the definitions"
        case .tableAbsent(let path):
            "there is no table \(Wording.quoted(path)) below the data folder or the folder of the definitions"
        case .tableUnreadable(let path, let reason): "the table \(Wording.quoted(path)) cannot be read: \(reason)"
        case .noSuchColumn(let column, let table, _):
            "the table \(Wording.quoted(table)) has no column \(Wording.quoted(column))"
        case .twoNames(let code, let first, let second):
            "the area `\(code)` has two names in its table, \(Wording.quoted(first)) and \(Wording.quoted(second))"
        case .noAreas(let level, let table): "the table \(Wording.quoted(table)) names no area of the level `\(level)`"
        case .nothingPlaced(let column, let table, let by):
            "no code of \(Wording.quoted(column)) in \(Wording.quoted(table)) lies in an area by "
                + by.map(Wording.quoted).joined(separator: " or ")
        }
    }

    public var remedy: String? {
        switch self {
        case .tableOutside: "name a file below one of them, without `..` and without a leading `/`"
        case .tableAbsent: "put the file there, or correct the path: letter case counts"
        case .tableUnreadable: "save it as CSV with UTF-8, each row with as many values as the header"
        case .noSuchColumn(_, _, let columns) where nearMiss == nil: "columns: " + Wording.list(columns)
        case .twoNames: "correct the table, or name the column that names the areas of this level"
        case .noAreas: "look for the column that holds the areas' codes"
        case .nothingPlaced: "list tables so that `in` is an area's code, or a code that an earlier table placed"
        default: nil
        }
    }

    public var nearMiss: String? {
        switch self {
        case .noSuchColumn(let column, _, let columns): Spelling.nearMiss(for: column, among: columns)
        default: nil
        }
    }
}
