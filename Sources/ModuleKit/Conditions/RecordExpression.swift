package import Measures
package import RuleLanguage

/// An expression over the columns of one dataset, names found and types checked. No dialect's words yet.
package indirect enum RecordExpression: Sendable, Hashable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case date(CalendarDate)
    /// By its index in the contract.
    case column(Int, RecordKind)
    case not(RecordExpression)
    case minus(RecordExpression)
    /// `and`, `or`, a comparison or arithmetic, on operands that suit it.
    case binary(BinaryOperator, RecordExpression, RecordExpression)
    case between(RecordExpression, low: RecordExpression, high: RecordExpression)
    case member(RecordExpression, of: [RecordExpression])
    /// Whole days from the first to the second.
    case daysBetween(RecordExpression, RecordExpression)
    /// Hours and parts of them from the first to the second.
    case hoursBetween(RecordExpression, RecordExpression)
    /// The hour of a date and time, 0 to 23.
    case hour(RecordExpression)
    /// The day of the week of a date, or of a date and time: 1 is Monday, 7 Sunday.
    case weekday(RecordExpression)
    /// Whether the record's value is empty.
    case missing(RecordExpression)

    package var kind: RecordKind {
        switch self {
        case .number, .minus, .daysBetween, .hoursBetween, .hour, .weekday: .number
        case .text: .text
        case .truth, .not, .between, .member, .missing: .truth
        case .date: .date
        case .column(_, let kind): kind
        case .binary(let sign, _, _): sign.isArithmetic ? .number : .truth
        }
    }
}

/// The types of the record language.
package enum RecordKind: Sendable, Hashable {
    case number, text, truth, date, moment, person

    package init(_ type: ColumnType) {
        switch type {
        case .number, .whole: self = .number
        case .text, .area: self = .text
        case .truth: self = .truth
        case .date: self = .date
        case .moment: self = .moment
        case .person: self = .person
        }
    }

    package var words: String {
        switch self {
        case .number: "a number"
        case .text: "a text"
        case .truth: "true or false"
        case .date: "a date"
        case .moment: "a date and time"
        case .person: "a person's reference"
        }
    }

    package var isDated: Bool { self == .date || self == .moment }
}
