/// What can be wrong with a dataset as it is defined.
public enum DatasetProblem: Problem, Equatable {
    case twoOrigins(column: String, keys: [String])
    case sumIsNoNumber(column: String, type: String)
    case notHeaderRange(String)
    case headerTwice(String, column: String)
    case valueUnfit(String, column: String, type: String)
    case personStated(column: String)
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
        case .personStated: "name the header that holds the reference"
        }
    }
}
