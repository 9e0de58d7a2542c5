/// What is to be expected of a season that held no event in any earlier year.
///
/// No regression has a mean there: its logarithm falls without end. Were events no likelier than before, each of the k that are known, all of them
/// in the tested period, would have had the chance e / (e + Σe) to lie there, by the exposures of the period and of its season before. So k or
/// more have the chance (e / (e + Σe))^k given k: the exact conditional test (Przyborowski and Wilenski 1940) against none. With five years
/// alike that is 1/6 for one event, 1/36 for two, 1/216 for three: at 5% to either side, two are unusual, and at 2.5% three.
///
/// A dispersion divides the count, as in ``RateComparison``.
struct EmptySeason {
    /// The tested period's part of the exposure of its season.
    private let share: Double
    private let dispersion: Double
    private let periods: Int

    /// Nil where the season holds an event.
    init?(_ data: SeasonalRegression, dispersion: Double) {
        let season = data.rows.filter { $0.season == 0 }
        guard !season.isEmpty, season.allSatisfy({ $0.count == 0 }) else { return nil }
        share = 1 / (1 + season.reduce(0) { $0 + Elementary.exponential($1.offset - data.offsetNow) })
        self.dispersion = dispersion
        periods = data.rows.count
    }

    func expectation(observed: Double, alpha: Double, hasEnoughEvents: Bool) -> SeasonalExpectation {
        let most = dispersion * Elementary.logarithm(alpha) / Elementary.logarithm(share)
        return SeasonalExpectation(
            observed: observed, expected: 0, lower: 0, upper: most.rounded(.down),
            chanceOfMore: Elementary.power(share, observed / dispersion), chanceOfFewer: 1, dispersion: dispersion,
            trend: nil,
            referencePeriods: periods, hasEnoughEvents: hasEnoughEvents, hasEnoughExpected: false)
    }
}
