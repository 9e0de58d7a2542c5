/// What can be wrong with a dataset as it is defined.
public enum DatasetProblem: Problem, Equatable {
    case twoOrigins(column: String, keys: [String])
    case sumIsNoNumber(column: String, type: String)
    case notHeaderRange(String)
    case headerTwice(String, column: String)
    case valueUnfit(String, column: String, type: String)
    case personStated(column: String)
    case retentionWithoutDate(dataset: String)
    case completeWithoutArea(dataset: String)
    case completeTooWide(dataset: String, most: Int)
}

extension DatasetProblem {
    public var code: String {
        switch self {
        case .twoOrigins: "column-origin"
        case .sumIsNoNumber: "sum-of-no-numbers"
        case .notHeaderRange: "not-header-range"
        case .headerTwice: "header-twice"
        case .valueUnfit: "stated-value"
        case .personStated: "person-stated"
        case .retentionWithoutDate: "retention-without-date"
        case .completeWithoutArea: "complete-without-area"
        case .completeTooWide: "complete-too-wide"
        }
    }

    public var severity: Severity { .error }

    public var words: String {
        switch self {
        case .twoOrigins(let column, let keys):
            "the column `\(column)` comes from \(keys.map(Wording.quoted).joined(separator: " and ")); it can come from one of them"
        case .sumIsNoNumber(let column, let type): "the column `\(column)` is a sum, so it cannot be of type \(type)"
        case .notHeaderRange(let text): "\(Wording.quoted(text)) is not a range of headers"
        case .headerTwice(let header, let column): "the sum `\(column)` has the header \(Wording.quoted(header)) twice"
        case .valueUnfit(let text, let column, let type):
            "\(Wording.quoted(text)), stated for the column `\(column)`, is not of its type, \(type)"
        case .retentionWithoutDate(let dataset):
            "the records of `\(dataset)` have no date, so nothing says which are older than its retention"
        case .completeWithoutArea(let dataset):
            "the key of `\(dataset)` names no column of type area, so nothing says for which areas its records are complete"
        case .completeTooWide(let dataset, let most):
            "the codes of the key of `\(dataset)` have over \(most) combinations, each of which would have to be there in each group"
        case .personStated(let column): "the column `\(column)` refers to a person, and cannot be one for every record"
        }
    }

    public var remedy: String? {
        switch self {
        case .twoOrigins:
            "keep `header` for one column of the file, `sum` for several, or `value` for what the file leaves out"
        case .sumIsNoNumber: "state `type: whole` or `type: number`"
        case .notHeaderRange: "write the first and the last whole number, at most 200 headers apart: 10..24"
        case .headerTwice: "name each header once"
        case .valueUnfit: "write the value as the type has it: a whole number in digits, a date as 2024-03-31"
        case .retentionWithoutDate: "give it a column of type date, or take `retention` out"
        case .completeWithoutArea:
            "name in `key` the columns that together name a record: its area, and those that have codes"
        case .completeTooWide: "take `codes` off a column that does not part the records, or take `complete` out"
        case .personStated: "name the header that holds the reference"
        }
    }
}
