/// What a seasonal detector makes of one period.
public struct SeasonalExpectation: Hashable, Sendable {
    public let observed: Double
    /// The fitted mean of the period, in events.
    public let expected: Double
    /// The bounds that an ordinary count lies within, ends included, each with probability alpha beyond it.
    public let lower: Double
    public let upper: Double
    /// The chance of so many events or more, under what was expected: one-sided.
    public let chanceOfMore: Double
    /// The chance of so few or fewer.
    public let chanceOfFewer: Double
    /// Variance over mean about the fit, at least 1.
    public let dispersion: Double
    /// The trend kept, as the logarithm of the factor per period; nil where none was.
    public let trend: Double?
    /// The periods that the fit rests on.
    public let referencePeriods: Int
    /// Whether the latest periods hold enough events for a rise to be told. For a fall the same number has to be expected of
    /// them.
    public let hasEnoughEvents: Bool
    public let hasEnoughExpected: Bool

    /// Where the period lies beyond a bound, and there are enough events for that to be told.
    public var direction: Direction? {
        if observed > upper, observed > 0 { return hasEnoughEvents ? .higher : nil }
        return observed < lower && hasEnoughExpected ? .lower : nil
    }

    /// How far the count lies from expected (0) to the upper bound (1), on the scale of counts.
    public var exceedance: Double? {
        upper > expected ? (observed - expected) / (upper - expected) : nil
    }
}
