/// One area of a funnel plot.
public struct FunnelPoint: Hashable, Sendable {
    /// Events; for a ratio those observed. Whole but for a proportion of weighted answers.
    public let numerator: Double
    /// Persons for a proportion, exposure for a rate, events expected for a ratio. Over 0.
    ///
    /// For a directly standardised rate it is the numerator ÷ the rate, as PHEindicatormethods derives it.
    public let denominator: Double

    /// - Throws: Where the numerator is negative or over 10⁹, or the denominator not positive.
    public init(numerator: Double, denominator: Double) throws(StatisticsError) {
        self.numerator = try checkedAmount(numerator)
        guard denominator.isFinite else { throw .notFinite }
        guard denominator > 0 else { throw .denominatorNotPositive(denominator) }
        self.denominator = denominator
    }

    public var value: Double { numerator / denominator }
}

/// What the points of a funnel plot are.
public enum FunnelMeasure: Hashable, Sendable {
    /// A share of persons, as a fraction.
    case proportion
    /// Events per unit of exposure.
    case rate
    /// Events observed over events expected, as an indirectly standardised ratio. A rate with its exposure times the
    /// benchmark.
    case ratio
}

/// The limits of a funnel at one denominator, in the unit of the points.
public struct FunnelLimits: Hashable, Sendable {
    public let lower: Double
    public let upper: Double
    /// The share of unchanged points within them, as a fraction: 0.95 or 0.998.
    public let level: Double

    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }
}
