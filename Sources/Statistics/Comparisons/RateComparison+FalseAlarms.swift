extension RateComparison {
    /// How often two Poisson counts of one mean differ by more than a bound and significantly as well: how often a rule "rises over 10%",
    /// guarded by this test, speaks when nothing has changed. At a mean of 100, over 10% and at 95%, it is 2.2%: the test is exact, and
    /// so never over the 2.5% of its one side.
    ///
    /// Summed exactly over both counts within ten standard deviations and thirty events of the mean.
    ///
    /// - Parameters:
    ///   - bound: As a fraction, at least 0: 0.1 is a rise of over 10%, or a fall of over 10%.
    ///   - direction: Whether a rise or a fall is looked for.
    ///   - mean: Expected events in each of the two periods, 0 up to 10⁷.
    ///   - dispersion: As in ``init(count:exposure:baseCount:baseExposure:dispersion:)``: counts that vary so are taken for Poisson counts of
    ///     this part of the mean, as the test itself takes them.
    public static func falseAlarmRate(
        over bound: Double, _ direction: Direction, mean: Double, dispersion: Double = 1, level: Double = 0.95
    ) throws(StatisticsError) -> Double {
        let bound = try checkedRise(bound)
        let mean = try checkedAmount(mean) / checkedDispersion(dispersion)
        _ = try tailProbability(outside: level)
        guard mean <= 1e7 else { throw .countTooLarge(mean, bound: 1e7) }
        let reach = 10 * mean.squareRoot() + 30
        let lowest = max(0, (mean - reach).rounded(.down))
        let highest = (mean + reach).rounded(.up)
        let density = stride(from: lowest, through: highest, by: 1).map { poissonDensity($0, mean: mean) }
        // The chance of a count at or over each place.
        var upper = density + [0]
        for place in density.indices.reversed() { upper[place] += upper[place + 1] }

        func isAlarm(_ count: Double, from base: Double) throws(StatisticsError) -> Bool {
            switch direction {
            case .higher: guard count >= smallestCount(over: bound, base: base) else { return false }
            case .lower: guard count < base * (1 - bound) * (1 - 1e-12) else { return false }
            }
            return try RateComparison(count: count, baseCount: base).isSignificant(at: level)
        }

        // The count at which alarms begin, or end, only ever grows with the base's.
        var total = 0.0
        var edge = 0
        for (place, chance) in density.enumerated() {
            let base = lowest + Double(place)
            switch direction {
            case .higher:
                while edge < density.count, try !isAlarm(lowest + Double(edge), from: base) { edge += 1 }
                total += chance * upper[edge]
            case .lower:
                while edge < density.count, try isAlarm(lowest + Double(edge), from: base) { edge += 1 }
                total += chance * (upper[0] - upper[edge])
            }
        }
        return min(1, total)
    }
}
