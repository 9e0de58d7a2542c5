/// Events observed over those expected, were the reference population's rates the population's own.
///
/// Source: OHID, *Public health data: technical guidance*; R package PHEindicatormethods, `calculate_ISRatio` and
/// `calculate_ISRate`. The ratio and its interval times 100, or times the reference population's crude rate, are the
/// package's `refvalue` and rate. Departure: a missing count, population or reference count is not taken for 0.
public struct IndirectlyStandardisedRatio: Hashable, Sendable {
    public let observed: Double
    public let expected: Double

    /// - Parameters:
    ///   - observed: Events, whole.
    ///   - expected: Over 0; see ``expected(populations:referenceCounts:referencePopulations:)``.
    public init(observed: Double, expected: Double) throws(StatisticsError) {
        self.observed = try checkedCount(observed)
        guard expected.isFinite else { throw .notFinite }
        guard expected > 0 else { throw .denominatorNotPositive(expected) }
        self.expected = expected
    }

    public var value: Double { observed / expected }

    /// By the interval of the observed count: exact under 10 events, Byar's from 10.
    public func interval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let counts = try PoissonInterval.standard(count: observed, level: level)
        return ConfidenceInterval(lower: counts.lower / expected, upper: counts.upper / expected, level: level)
    }

    /// Σ population × reference count ÷ reference population, stratum by stratum.
    ///
    /// - Parameters:
    ///   - populations: At least 0 each.
    ///   - referenceCounts: At least 0 each.
    ///   - referencePopulations: Over 0 each.
    /// - Throws: Where a list has another length, and for numbers out of range.
    public static func expected(
        populations: [Double], referenceCounts: [Double], referencePopulations: [Double]
    ) throws(StatisticsError) -> Double {
        guard populations.count == referenceCounts.count else {
            throw .lengthsDiffer(populations.count, referenceCounts.count)
        }
        guard populations.count == referencePopulations.count else {
            throw .lengthsDiffer(populations.count, referencePopulations.count)
        }
        var expected = 0.0
        for (stratum, population) in populations.enumerated() {
            let people = try checkedExposure(referencePopulations[stratum])
            let count = referenceCounts[stratum]
            guard population.isFinite, count.isFinite else { throw .notFinite }
            guard population >= 0 else { throw .negative(population) }
            guard count >= 0 else { throw .negative(count) }
            expected += population * (count / people)
        }
        guard expected.isFinite else { throw .notFinite }
        return expected
    }
}
