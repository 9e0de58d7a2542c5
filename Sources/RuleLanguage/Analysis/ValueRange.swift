/// A stretch of the number line, with or without its ends.
struct ValueRange: Sendable, Hashable {
    var low: Double
    var high: Double
    /// Whether the end itself lies outside.
    var excludesLow = false
    var excludesHigh = false

    static let everything = ValueRange(low: -.infinity, high: .infinity)
    static let notNegative = ValueRange(low: 0, high: .infinity)
    static func exactly(_ value: Double) -> ValueRange { ValueRange(low: value, high: value) }

    /// The values that stand in a relation to a bound; two stretches for "is not".
    static func all(_ comparison: BinaryOperator, _ bound: Double) -> [ValueRange] {
        switch comparison {
        case .greater: [ValueRange(low: bound, high: .infinity, excludesLow: true)]
        case .greaterOrEqual: [ValueRange(low: bound, high: .infinity)]
        case .less: [ValueRange(low: -.infinity, high: bound, excludesHigh: true)]
        case .lessOrEqual: [ValueRange(low: -.infinity, high: bound)]
        case .equal: [.exactly(bound)]
        default: all(.less, bound) + all(.greater, bound)
        }
    }

    var isEmpty: Bool { low > high || low == high && (excludesLow || excludesHigh) }

    func intersection(_ other: ValueRange) -> ValueRange {
        var both = self
        if other.low > low || other.low == low && other.excludesLow {
            (both.low, both.excludesLow) = (other.low, other.excludesLow)
        }
        if other.high < high || other.high == high && other.excludesHigh {
            (both.high, both.excludesHigh) = (other.high, other.excludesHigh)
        }
        return both
    }

    /// A value within, near the end that a reader would think of: the end itself, or else the middle.
    var witness: Double? {
        guard !isEmpty else { return nil }
        if low.isFinite, !excludesLow { return low }
        if high.isFinite, !excludesHigh { return high }
        return low.isFinite && high.isFinite ? (low + high) / 2 : low.isFinite ? low + max(1, abs(low)) : high.isFinite ? high - max(1, abs(high)) : 0
    }

    var negated: ValueRange {
        ValueRange(low: -high, high: -low, excludesLow: excludesHigh, excludesHigh: excludesLow)
    }

    /// What a sum, difference, product or quotient of values within the two may be; wider where ends are not finite.
    func joined(_ operation: BinaryOperator, _ other: ValueRange) -> ValueRange {
        switch operation {
        case .plus: return ValueRange(low: low + other.low, high: high + other.high).orEverything
        case .minus: return ValueRange(low: low - other.high, high: high - other.low).orEverything
        case .times: return .spanning([low * other.low, low * other.high, high * other.low, high * other.high])
        case .divided:
            guard other.low > 0 || other.high < 0 else { return .everything }
            return .spanning([low / other.low, low / other.high, high / other.low, high / other.high])
        default: return .everything
        }
    }

    private var orEverything: ValueRange { low.isNaN || high.isNaN ? .everything : self }

    private static func spanning(_ ends: [Double]) -> ValueRange {
        guard let low = ends.min(), let high = ends.max(), !ends.contains(where: \.isNaN) else { return .everything }
        return ValueRange(low: low, high: high)
    }
}
