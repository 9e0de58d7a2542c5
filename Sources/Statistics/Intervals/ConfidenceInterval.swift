/// A two-sided confidence interval in the unit of the quantity that it brackets.
///
/// `lower` ≤ `upper`, and neither is NaN. `upper` is infinite where the data set no upper bound, as for the ratio of a
/// rate to a rate of no events.
public struct ConfidenceInterval: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    /// The confidence level as a fraction: 0.95, not 95.
    public var level: Double

    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Whether `value` lies within the interval, ends included.
    public func contains(_ value: Double) -> Bool {
        lower <= value && value <= upper
    }

    /// The same interval in another unit: a count's as a rate, say, with factor 100,000 ÷ population.
    ///
    /// - Parameter factor: Over zero and finite.
    public func scaled(by factor: Double) -> ConfidenceInterval {
        precondition(factor > 0 && factor.isFinite, "an interval is scaled by a positive number")
        return ConfidenceInterval(lower: lower * factor, upper: upper * factor, level: level)
    }
}
