import Measures

/// The type of an expression of the rule language.
enum ValueType: Sendable, Hashable {
    case figure(Unit)
    /// A bare number: takes the other side's unit, but never percent's.
    case number
    /// `10%`: takes the other side's unit, percent or change.
    case percentLiteral
    case truth
    case period
    case duration
    case text

    /// As messages name it.
    var words: String {
        switch self {
        case .figure(.count): "a count"
        case .figure(.percent): "a percent"
        case .figure(.change): "a change"
        case .figure(.points): "a number of points"
        case .figure(.rate(let rate)): "a rate \(Unit.rate(rate))"
        case .figure(.index): "an index"
        case .figure(.money): "an amount of money"
        case .figure(.days): "a number of days"
        case .number: "a bare number"
        case .percentLiteral: "a percent"
        case .truth: "a condition"
        case .period: "a period"
        case .duration: "a duration"
        case .text: "a text"
        }
    }

    var isFigure: Bool {
        switch self {
        case .figure, .number, .percentLiteral: true
        default: false
        }
    }
}
