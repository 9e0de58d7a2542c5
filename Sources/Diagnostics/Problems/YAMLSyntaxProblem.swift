/// The ways in which a text is not YAML.
public enum YAMLSyntaxProblem: Sendable, Equatable {
    case expectedKey
    case textBehindValue
    case expectedListItem
    case listItemNotAllowed
    case valueNotAllowed
    case keyNotAllowed
    case missingColon
    case unclosedList
    case unclosedMapping
    case unclosedQuote
    case tabIndentation
    case reservedCharacter
    case unknownEscape
    case badEscapeDigits
    case anchorName
    case blockHeader
    case missingValue
    case directive
    case documentMarkInQuote
    case expectedDocumentStart
    /// What the parser said, where none of the others fits.
    case other(String)

    var words: String {
        switch self {
        case .expectedKey: "expected a key at the indentation of the keys above"
        case .textBehindValue: "nothing may follow the value that ends before this"
        case .expectedListItem: "expected `-` at the indentation of the items above"
        case .listItemNotAllowed: "a list item cannot start here"
        case .valueNotAllowed: "`:` cannot stand here, where there is a value already"
        case .keyNotAllowed: "a key cannot start here"
        case .missingColon: "expected `:` after this key"
        case .unclosedList: "expected `,` or `]` in this list"
        case .unclosedMapping: "expected `,` or `}` in this mapping"
        case .unclosedQuote: "the quotes that open here are never closed"
        case .tabIndentation: "a tab cannot be used for indentation"
        case .reservedCharacter: "a value cannot start with this character"
        case .unknownEscape: "no such escape in a text in double quotes"
        case .badEscapeDigits: "an escape in double quotes lacks its hexadecimal digits or names no character"
        case .anchorName: "`&` and `*` need a name of letters, digits, `-` or `_` behind them"
        case .blockHeader: "after `|` or `>` only `+`, `-`, one digit or a comment may follow"
        case .missingValue: "expected a value here"
        case .directive: "lines that start with `%` are directives, and this one cannot be read"
        case .documentMarkInQuote: "`---` or `...` stands at the start of a line inside quotes"
        case .expectedDocumentStart: "nothing may follow the end of the document"
        case .other(let words): "not valid YAML: \(words)"
        }
    }

    var remedy: String? {
        switch self {
        case .valueNotAllowed: "put a text that holds `: ` in quotes; for a new key, check the indentation"
        case .tabIndentation: "indent with spaces"
        case .reservedCharacter: "put the value in quotes"
        case .unknownEscape: "write `\\\\` for a backslash, or use single quotes"
        case .expectedKey: "check the indentation"
        case .textBehindValue: "put the whole text in quotes"
        default: nil
        }
    }
}
