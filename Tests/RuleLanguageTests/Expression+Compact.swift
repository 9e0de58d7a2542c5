import Measures

@testable import RuleLanguage

extension Expression {
    /// The tree in one line, fully bracketed, for tables: `(or (> change(x) 10%) (not y))`.
    var compact: String {
        switch self {
        case .literal(let literal, _): literal.compact
        case .name(let name, _): name
        case .call(let name, _, let arguments, _):
            "\(name)("
                + arguments.map { ($0.label.map { "\($0): " } ?? "") + $0.value.compact }.joined(separator: ", ") + ")"
        case .unary(.not, let operand, _): "(not \(operand.compact))"
        case .unary(.minus, let operand, _): "(- \(operand.compact))"
        case .binary(let operation, let left, let right, _): "(\(operation.rawValue) \(left.compact) \(right.compact))"
        case .between(let value, let low, let high, _): "(between \(value.compact) \(low.compact) \(high.compact))"
        case .member(let value, let members, _):
            "(in \(value.compact) [\(members.map(\.compact).joined(separator: " "))])"
        }
    }
}

extension Literal {
    var compact: String {
        switch self {
        case .number(let value): DecimalText.shortest(value, upTo: 6)
        case .percent(let value): "\(DecimalText.shortest(value * 100, upTo: 6))%"
        case .points(let value): "\(DecimalText.shortest(value * 100, upTo: 6))pts"
        case .money(let value): "£\(DecimalText.shortest(value, upTo: 2))"
        case .duration(let count, let unit): "\(count)\(unit.rawValue)"
        case .period(let period): "<\(period)>"
        case .date(let date): "<\(date)>"
        case .text(let text): "'\(text)'"
        case .truth(let truth): "\(truth)"
        case .previousPeriod: "<previous>"
        }
    }
}
