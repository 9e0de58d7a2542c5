/// What can be wrong with a field when a reader asks for its value: the key, the shape, the number, the date.
public enum FieldProblem: Problem, Equatable {
    case wrongShape(field: String, expected: FieldShape, found: FieldShape)
    case notMapping(owner: String, found: FieldShape)
    case unknownKey(String, of: String, known: [String])
    case missingKey(String, of: String)
    case noValue(field: String)
    case notInteger(field: String, text: String)
    case notNumber(field: String, text: String)
    case quotedNumber(field: String, text: String)
    case outOfRange(field: String, text: String, lowest: String?, highest: String?)
    case notDate(field: String, text: String)
    case notBoolean(field: String, text: String)
    case unknownChoice(field: String, text: String, choices: [String])
    case emptyList(field: String)
}

/// The three shapes of a value, and a value left empty.
public enum FieldShape: String, Sendable {
    case text, list, mapping, nothing

    var words: String {
        switch self {
        case .text: "a single value"
        case .list: "a list"
        case .mapping: "a mapping of keys to values"
        case .nothing: "nothing"
        }
    }
}

extension FieldProblem {
    public var code: String {
        switch self {
        case .wrongShape, .notMapping: "wrong-shape"
        case .unknownKey: "unknown-key"
        case .missingKey: "missing-key"
        case .noValue: "no-value"
        case .notInteger: "not-whole-number"
        case .notNumber: "not-number"
        case .quotedNumber: "quoted-number"
        case .outOfRange: "out-of-range"
        case .notDate: "not-date"
        case .notBoolean: "not-true-or-false"
        case .unknownChoice: "unknown-choice"
        case .emptyList: "empty-list"
        }
    }

    public var words: String {
        switch self {
        case .wrongShape(let field, let expected, let found):
            "\(Wording.quoted(field)) must be \(expected.words), not \(found.words)"
        case .notMapping(let owner, let found): "\(owner) must be \(FieldShape.mapping.words), not \(found.words)"
        case .unknownKey(let key, let owner, _): "\(owner) has no key \(Wording.quoted(key))"
        case .missingKey(let key, let owner): "\(owner) needs the key \(Wording.quoted(key))"
        case .noValue(let field): "\(Wording.quoted(field)) has no value"
        case .notInteger(let field, let text): "\(Wording.quoted(field)) must be a whole number, not \(Wording.quoted(text))"
        case .notNumber(let field, let text): "\(Wording.quoted(field)) must be a number, not \(Wording.quoted(text))"
        case .quotedNumber(let field, let text):
            "\(Wording.quoted(field)) must be a number; \(Wording.quoted(text)) in quotes is text"
        case .outOfRange(let field, let text, let lowest, let highest):
            "\(Wording.quoted(field)) must be \(Self.range(lowest, highest)), not \(text)"
        case .notDate(let field, let text): "\(Wording.quoted(field)) must be a date, not \(Wording.quoted(text))"
        case .notBoolean(let field, let text):
            "\(Wording.quoted(field)) must be `true` or `false`, not \(Wording.quoted(text))"
        case .unknownChoice(let field, let text, _):
            "\(Wording.quoted(text)) is not one of the values of \(Wording.quoted(field))"
        case .emptyList(let field): "\(Wording.quoted(field)) must list at least one value"
        }
    }

    public var remedy: String? {
        switch self {
        case .unknownKey(_, _, let known) where nearMiss == nil && !known.isEmpty: "known keys: " + Wording.list(known)
        case .notInteger, .notNumber: "write digits only, without separators, leading zeros or units: 12500 or 0.5"
        case .quotedNumber, .notBoolean(_, "true"), .notBoolean(_, "false"): "remove the quotes"
        case .notDate: "write year, month and day: 2027-03-31"
        case .unknownChoice(_, _, let choices) where nearMiss == nil: "possible values: " + Wording.list(choices)
        default: nil
        }
    }

    public var nearMiss: String? {
        switch self {
        case .unknownKey(let key, _, let known): Spelling.nearMiss(for: key, among: known)
        case .unknownChoice(_, let text, let choices): Spelling.nearMiss(for: text, among: choices)
        default: nil
        }
    }

    private static func range(_ lowest: String?, _ highest: String?) -> String {
        switch (lowest, highest) {
        case (let lowest?, let highest?): "from \(lowest) to \(highest)"
        case (let lowest?, nil): "at least \(lowest)"
        case (nil, let highest?): "at most \(highest)"
        case (nil, nil): "a number"
        }
    }
}
