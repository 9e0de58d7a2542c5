/// What a process that hardly moved leaves to judge a count by.
///
/// Limits of an XmR chart are as wide as the figures before moved. Where those never moved, or only where screening leaves it out (up to three
/// single events in 24 periods), the limits have no width, and any event would lie outside them. R package NHSRplotthedots has no limits
/// there, and tells nothing. Of counts more can be told: how likely so many are, if events come no oftener than before.
public struct StillProcess: Hashable, Sendable {
    /// The part of an unchanged process that lies within the limits of a chart, by the normal distribution: three standard deviations.
    public static let level = 0.9973

    /// The exact conditional test of the count against the counts before it.
    public let comparison: RateComparison

    /// - Parameters:
    ///   - count: Whole events of the period that is tested.
    ///   - exposure: What they are per; 1 for a plain count, and then `baseExposure` is the number of periods before.
    ///   - baseCount: Events of all periods before, together.
    ///   - dispersion: At least 1.
    /// - Throws: As ``RateComparison/init(count:exposure:baseCount:baseExposure:dispersion:)``.
    public init(
        count: Double, exposure: Double = 1, baseCount: Double, baseExposure: Double, dispersion: Double = 1
    ) throws(StatisticsError) {
        comparison = try RateComparison(
            count: count, exposure: exposure, baseCount: baseCount, baseExposure: baseExposure, dispersion: dispersion)
    }

    /// Which way the count lies beyond what a chart's limits leave to chance; nil where it lies within.
    public var direction: Direction? {
        guard comparison.pValue < 1 - Self.level else { return nil }
        return comparison.ratio.map { $0 > 1 ? .higher : .lower } ?? .higher
    }
}
