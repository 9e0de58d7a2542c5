/// A proportion of a whole count, against a proportion that is known: a national figure, a stated level.
public struct ProportionAgainstBenchmark: Hashable, Sendable {
    /// Effective successes and failures: whole, unless divided by a dispersion.
    public let successes: Double
    public let failures: Double
    /// The proportion observed, as a fraction.
    public let proportion: Double
    /// As a fraction, 0 to 1.
    public let benchmark: Double

    /// - Parameter dispersion: The variance of the numerator over its binomial variance, at least 1; numerator and
    ///   denominator are divided by it, as in ``RateComparison/init(count:exposure:baseCount:baseExposure:dispersion:)``.
    /// - Throws: Where a number is not a whole count up to 10⁹, the denominator is 0 or the numerator over it, the benchmark
    ///   not within 0 to 1, or the dispersion under 1.
    public init(
        numerator: Double, denominator: Double, benchmark: Double, dispersion: Double = 1
    ) throws(StatisticsError) {
        let dispersion = try checkedDispersion(dispersion)
        try checkProportion(numerator: numerator, denominator: denominator)
        successes = withoutTrace(try checkedCount(numerator) / dispersion)
        failures = withoutTrace((try checkedCount(denominator) - numerator) / dispersion)
        proportion = numerator / denominator
        self.benchmark = try checkedProbability(benchmark)
    }

    /// The chance of a proportion as far from the benchmark as this, were it the true one: two-sided, 0 up to 1.
    ///
    /// The exact binomial test, p twice the smaller tail, at most 1. Counts that are not whole take the tails' continuous
    /// extension, the regularised incomplete beta function.
    ///
    /// Source: C. J. Clopper and E. S. Pearson, *Biometrika* 26 (1934), 404–413; R's `binom.test`, but for its other rule
    /// for the second tail.
    public var pValue: Double {
        let orMore =
            successes > 0
            ? RegularisedBeta.value(benchmark, complement: 1 - benchmark, successes, failures + 1) : 1
        let orFewer =
            failures > 0
            ? RegularisedBeta.value(1 - benchmark, complement: benchmark, failures, successes + 1) : 1
        return min(1, 2 * min(orMore, orFewer))
    }

    /// Whether chance alone is excluded at `level`, as a fraction: p < 1 − level.
    public func isSignificant(at level: Double = 0.95) throws(StatisticsError) -> Bool {
        2 * (try tailProbability(outside: level)) > pValue
    }

    /// Which way the proportion lies from the benchmark where chance alone is excluded at `level`; none where it is not.
    public func significantDirection(at level: Double = 0.95) throws(StatisticsError) -> Direction? {
        try isSignificant(at: level) ? (proportion > benchmark ? .higher : .lower) : nil
    }

    /// Clopper and Pearson's exact interval for the proportion, as fractions. It excludes the benchmark exactly where p < 1
    /// − level.
    public func proportionInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let tail = try tailProbability(outside: level)
        let odds = successes == 0 ? 0 : RegularisedBeta.inverseOdds(probability: tail, successes, failures + 1)
        let oddsAgainst = failures == 0 ? 0 : RegularisedBeta.inverseOdds(probability: tail, failures, successes + 1)
        return ConfidenceInterval(lower: odds / (1 + odds), upper: 1 / (1 + oddsAgainst), level: level)
    }
}
