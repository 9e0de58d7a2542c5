/// Two proportions of whole counts, to be compared: this period's against the base's.
public struct ProportionComparison: Hashable, Sendable {
    public let numerator: Double
    public let denominator: Double
    public let baseNumerator: Double
    public let baseDenominator: Double
    /// The variance of the numerators over their binomial variance.
    public let dispersion: Double

    /// - Parameter dispersion: At least 1. It widens the test and the interval: see ``pValue`` and ``differenceInterval(level:)``.
    /// - Throws: Where a number is not a whole count up to 10⁹, a denominator is 0 or a numerator over its denominator, or the dispersion is
    ///   under 1.
    public init(
        numerator: Double, denominator: Double, baseNumerator: Double, baseDenominator: Double, dispersion: Double = 1
    ) throws(StatisticsError) {
        self.dispersion = try checkedDispersion(dispersion)
        try checkProportion(numerator: numerator, denominator: denominator)
        try checkProportion(numerator: baseNumerator, denominator: baseDenominator)
        self.numerator = try checkedCount(numerator)
        self.denominator = try checkedCount(denominator)
        self.baseNumerator = try checkedCount(baseNumerator)
        self.baseDenominator = try checkedCount(baseDenominator)
    }

    /// This period's proportion less the base's, as a fraction: 0.02 is two percentage points.
    public var difference: Double {
        numerator / denominator - baseNumerator / baseDenominator
    }

    /// The interval for ``difference``, as fractions.
    ///
    /// Newcombe's score interval without continuity correction, made of the two Wilson intervals. It is not the
    /// inversion of ``pValue``, which is the more cautious: near the level they may differ, and the test decides. All four numbers are
    /// divided by the dispersion.
    ///
    /// Source: R. G. Newcombe, *Statistics in Medicine* 17 (1998), 873–890, method 10.
    public func differenceInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let now = try ProportionInterval.wilson(
            numerator: numerator / dispersion, denominator: denominator / dispersion, level: level)
        let base = try ProportionInterval.wilson(
            numerator: baseNumerator / dispersion, denominator: baseDenominator / dispersion, level: level)
        let proportion = numerator / denominator
        let baseProportion = baseNumerator / baseDenominator
        return ConfidenceInterval(
            lower: difference - distance(proportion - now.lower, base.upper - baseProportion),
            upper: difference + distance(now.upper - proportion, baseProportion - base.lower),
            level: level)
    }

    private func distance(_ first: Double, _ second: Double) -> Double {
        (first * first + second * second).squareRoot()
    }
}
