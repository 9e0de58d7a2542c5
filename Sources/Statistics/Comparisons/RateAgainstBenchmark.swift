/// A count with its exposure, against a rate that is known: a national figure, a stated level.
///
/// The benchmark is taken for exact. Where it is itself a count with an exposure, a ``RateComparison`` counts its chance
/// too. The tested area or period is to be no part of it.
public struct RateAgainstBenchmark: Hashable, Sendable {
    /// Effective events: whole, unless weighted or divided by a dispersion.
    public let count: Double
    /// Divided by the same scale as the count, so that count ÷ exposure is the rate observed.
    public let exposure: Double
    /// Events per unit of exposure; at least 0.
    public let benchmark: Double

    /// - Parameters:
    ///   - exposure: In the unit that the benchmark is per: persons for a rate per person and year.
    ///   - dispersion: The variance of the counts over their mean, at least 1; count and exposure are divided by it, as in
    ///     ``RateComparison/init(count:exposure:baseCount:baseExposure:dispersion:)``.
    /// - Throws: Where the count is not whole, negative or over 10⁹, the exposure not positive, the benchmark negative, or
    ///   the dispersion under 1.
    public init(count: Double, exposure: Double = 1, benchmark: Double, dispersion: Double = 1) throws(StatisticsError) {
        try self.init(
            count: try checkedCount(count), exposure, benchmark, scale: try checkedDispersion(dispersion))
    }

    /// A weighted count. Its scale is the mean weight of an event, Σw² / Σw, so that Σw / scale is taken for a Poisson
    /// count.
    ///
    /// Source: as for ``RateComparison/init(weighted:exposure:base:baseExposure:dispersion:)``.
    /// - Parameter benchmark: Weight per unit of exposure.
    /// - Throws: As for a plain count, and ``StatisticsError/noEvents`` where Σw is 0: how much an event weighs is then not
    ///   known.
    public init(
        weighted: WeightedSum, exposure: Double = 1, benchmark: Double, dispersion: Double = 1
    ) throws(StatisticsError) {
        let dispersion = try checkedDispersion(dispersion)
        guard weighted.sum > 0 else { throw .noEvents }
        try self.init(
            count: weighted.sum, exposure, benchmark, scale: dispersion * (weighted.sumOfSquares / weighted.sum))
    }

    private init(
        count: Double, _ exposure: Double, _ benchmark: Double, scale: Double
    ) throws(StatisticsError) {
        self.count = withoutTrace(try checkedAmount(count / scale))
        self.exposure = try checkedExposure(exposure / scale)
        guard benchmark.isFinite else { throw .notFinite }
        guard benchmark >= 0 else { throw .negative(benchmark) }
        self.benchmark = benchmark
        _ = try checkedAmount(benchmark * self.exposure)
    }

    /// The effective events that the benchmark would bring.
    public var expected: Double { withoutTrace(benchmark * exposure) }

    /// The rate observed over the benchmark: 1.1 is 10% over it. None where the benchmark is 0.
    public var ratio: Double? { expected > 0 ? count / expected : nil }

    /// The chance of a count as far from the expected one as this, were the rate the benchmark: two-sided, 0 up to 1.
    ///
    /// The exact Poisson test, p twice the smaller tail, at most 1. Counts that are not whole take the tails' continuous
    /// extension, the regularised incomplete gamma function. Under a benchmark of 0, any event has p = 0 and none has 1.
    ///
    /// Source: R's `poisson.test`, but for its other rule for the second tail.
    public var pValue: Double {
        let expected = expected
        guard count > 0 else { return min(1, 2 * Elementary.exponential(-expected)) }
        let orMore = RegularisedGamma.lower(shape: count, expected)
        let orFewer = RegularisedGamma.upper(shape: count + 1, expected)
        return min(1, 2 * min(orMore, orFewer))
    }

    /// Whether chance alone is excluded at `level`, as a fraction: p < 1 − level.
    public func isSignificant(at level: Double = 0.95) throws(StatisticsError) -> Bool {
        2 * (try tailProbability(outside: level)) > pValue
    }

    /// Which way the rate lies from the benchmark where chance alone is excluded at `level`; none where it is not.
    public func significantDirection(at level: Double = 0.95) throws(StatisticsError) -> Direction? {
        try isSignificant(at: level) ? (count > expected ? .higher : .lower) : nil
    }

    /// The exact interval for the rate, in the benchmark's unit. It excludes the benchmark exactly where p < 1 − level.
    public func rateInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let tail = try tailProbability(outside: level)
        return ConfidenceInterval(
            lower: count == 0 ? 0 : RegularisedGamma.inverseLower(shape: count, probability: tail) / exposure,
            upper: RegularisedGamma.inverseUpper(shape: count + 1, probability: tail) / exposure,
            level: level)
    }
}
