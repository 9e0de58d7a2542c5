/// The rate that a population would have, were its age (or other) structure the standard one.
///
/// Source: OHID, *Public health data: technical guidance*; R package PHEindicatormethods, `calculate_dsr` (`phe_dsr`).
/// Departures: a missing count is not taken for 0, the caller has no stratum for it; a rate of under 10 events is refused
/// and not merely left blank.
public struct DirectlyStandardisedRate: Hashable, Sendable {
    /// Events over all strata.
    public let count: Double
    /// Events per person of the standard population.
    public let value: Double
    /// The variance of ``value``: Σ count (standard ÷ population)² ÷ (Σ standard)².
    public let variance: Double

    /// The fewest events for which such a rate is published.
    public static let fewestEvents = 10.0

    /// - Throws: ``StatisticsError/tooFewEvents(_:floor:)`` under 10 events; ``StatisticsError/denominatorNotPositive(_:)``
    ///   for a standard population of nobody (or no stratum at all).
    public init(_ strata: [StandardisationStratum]) throws(StatisticsError) {
        var count = 0.0
        var standard = 0.0
        var rates = 0.0
        var squares = 0.0
        for stratum in strata {
            let weight = stratum.standard / stratum.population
            count += stratum.count
            standard += stratum.standard
            rates += stratum.count * weight
            squares += stratum.sumOfSquares * weight * weight
        }
        guard standard > 0 else { throw .denominatorNotPositive(standard) }
        self.count = try checkedAmount(count)
        guard count >= Self.fewestEvents else { throw .tooFewEvents(count, floor: Self.fewestEvents) }
        value = rates / standard
        variance = squares / (standard * standard)
        guard value.isFinite, variance.isFinite else { throw .notFinite }
    }

    /// Dobson's interval: Byar's interval for the count, its distances scaled from the count's deviation to the rate's.
    ///
    /// Source: A. J. Dobson et al., *Statistics in Medicine* 10 (1991), 457–462.
    /// Departure: a lower limit under 0 is 0, as for Byar's interval. The package prints it: a few events of great weight among many of little
    /// weight spread further than the rate is high, and no rate lies under nothing.
    public func interval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let counts = try PoissonInterval.byar(count: count, level: level)
        let scale = (variance / count).squareRoot()
        return ConfidenceInterval(
            lower: max(0, value + scale * (counts.lower - count)), upper: value + scale * (counts.upper - count), level: level)
    }
}
