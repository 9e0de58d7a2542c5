public import Measures

/// What the parser makes of a text: a tree in which every part knows the UTF-8 range of the text that it came from.
///
/// One grammar serves two scopes. In a rule, names are KPIs and calls are terms (`change(syv_incidents)`). In a
/// condition on records (`where:`), names are columns. The checker of each scope says what is allowed in it.
public indirect enum Expression: Sendable, Hashable {
    case literal(Literal, Range<Int>)
    case name(String, Range<Int>)
    case call(name: String, nameRange: Range<Int>, arguments: [Argument], Range<Int>)
    case unary(UnaryOperator, Expression, Range<Int>)
    case binary(BinaryOperator, Expression, Expression, Range<Int>)
    /// Both ends count as within.
    case between(Expression, low: Expression, high: Expression, Range<Int>)
    /// Membership of a list of literals, in conditions on records.
    case member(Expression, of: [Expression], Range<Int>)

    public var range: Range<Int> {
        switch self {
        case .literal(_, let range), .name(_, let range), .call(_, _, _, let range), .unary(_, _, let range),
            .binary(_, _, _, let range), .between(_, _, _, let range), .member(_, _, let range):
            range
        }
    }

    public struct Argument: Sendable, Hashable {
        /// `over` in `over: 12 months`.
        public var label: String?
        public var labelRange: Range<Int>?
        public var value: Expression

        public init(label: String? = nil, labelRange: Range<Int>? = nil, value: Expression) {
            self.label = label
            self.labelRange = labelRange
            self.value = value
        }
    }
}

/// A constant as written.
public enum Literal: Sendable, Hashable {
    case number(Double)
    /// `10%`, held as 0.1. It takes the unit of the other side: percent or change.
    case percent(Double)
    /// `3 points`, held as 0.03.
    case points(Double)
    /// `£5000`.
    case money(Double)
    /// `12 months`.
    case duration(Int, TimeUnit)
    /// `2023/24`, `2024-03`, `2024 Q1`. (`2024` alone is a number until a term wants a period.)
    case period(Period)
    /// `2024-03-31`, in conditions on records.
    case date(CalendarDate)
    /// `"Robbery"`, in conditions on records.
    case text(String)
    /// `true` or `false`, in conditions on records.
    case truth(Bool)
    /// The words `previous period`.
    case previousPeriod
}

public enum UnaryOperator: String, Sendable, Hashable {
    case not
    case minus = "-"
}

public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    case and, or
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"

    public var isComparison: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
        default: false
        }
    }

    public var isArithmetic: Bool {
        switch self {
        case .plus, .minus, .times, .divided: true
        default: false
        }
    }
}
