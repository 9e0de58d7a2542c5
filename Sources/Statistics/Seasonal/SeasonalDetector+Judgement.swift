extension SeasonalDetector {
    /// Judges one period of a series.
    ///
    /// Departures from `farringtonFlexible`:
    /// - periods are counted by place and not by date, so a year of weeks is 52;
    /// - where half of the reference periods, or the whole tested season, is missing, nothing is told; the package goes on
    ///   with what is left;
    /// - where the tested season holds no event in any earlier year, the package's mean and bound are near 0, so that one event is an alarm as
    ///   soon as there are enough in the latest periods; here the bound is that of the exact conditional test (``EmptySeason``);
    /// - a missing period among the latest takes the package's alarm away; here those that are there may be enough;
    /// - a lower bound whose root would be negative is 0 at every power; an unexplained period (hat value 1) keeps its
    ///   weight;
    /// - falls are told too, and the exceedance of the negative binomial methods is on the scale of counts, where the
    ///   package mixes a count with the logarithm of the mean.
    ///
    /// Kept as in the package though it looks unmeant: after reweighting, the dispersion behind the trend's p value and the
    /// fitted mean's error is that of the residuals under the prior weights alone.
    ///
    /// - Parameters:
    ///   - counts: Whole counts in order of time, one for each period; nil where one is missing. Never zero for missing.
    ///   - exposures: Population, traffic or days of each period, over 0; nil for none, and then counts are compared as they
    ///     are.
    ///   - index: The place of the tested period; nil for the last.
    ///   - dispersion: At least 1: by how much counts are known to vary beyond chance. Asked only of a season without an event, which shows
    ///     nothing of it; elsewhere the fit tells it.
    /// - Throws: ``StatisticsError/historyTooShort(periods:needed:)``,
    ///   ``StatisticsError/tooFewReferencePeriods(_:needed:)``, ``StatisticsError/tooFewValues(_:)`` where the tested period
    ///   is missing, ``StatisticsError/noConvergence``,
    ///   ``StatisticsError/settingOutOfRange(_:)``, and for counts or exposures that are none.
    public func judge(
        _ counts: [Double?], exposures: [Double]? = nil, at index: Int? = nil, dispersion: Double = 1
    ) throws(StatisticsError) -> SeasonalExpectation {
        try checkSettings()
        if let exposures, exposures.count != counts.count { throw .lengthsDiffer(counts.count, exposures.count) }
        let tested = index ?? counts.count - 1
        guard tested < counts.count, tested + 1 >= periodsNeeded else {
            throw .historyTooShort(periods: min(tested + 1, counts.count), needed: periodsNeeded)
        }
        guard let count = counts[tested] else { throw .tooFewValues(0) }
        let observed = try checkedCount(count)
        let dispersion = try checkedDispersion(dispersion)
        let data = try data(counts, exposures, tested)
        var events = 0.0
        for case let count? in counts[max(0, tested - latestPeriods + 1)...tested] { events += try checkedCount(count) }
        if let empty = EmptySeason(data, dispersion: dispersion) {
            return empty.expectation(observed: observed, alpha: alpha, hasEnoughEvents: events >= fewestEvents)
        }
        return try expectation(try data.fit(self), observed: observed, events: events)
    }

    private func checkSettings() throws(StatisticsError) {
        guard periodsPerYear >= 2 else { throw .settingOutOfRange("periodsPerYear") }
        guard years >= 1 else { throw .settingOutOfRange("years") }
        guard halfWindow >= 0, 2 * halfWindow < periodsPerYear else { throw .settingOutOfRange("halfWindow") }
        guard seasons >= 1, seasons <= periodsPerYear - 2 * halfWindow else { throw .settingOutOfRange("seasons") }
        guard excludedPeriods >= 0 else { throw .settingOutOfRange("excludedPeriods") }
        if let reweightingThreshold {
            guard reweightingThreshold >= 0, reweightingThreshold.isFinite else {
                throw .settingOutOfRange("reweightingThreshold")
            }
        }
        guard alpha > 0, alpha < 0.5 else { throw .settingOutOfRange("alpha") }
        guard latestPeriods >= 1, fewestEvents >= 0 else { throw .settingOutOfRange("latestPeriods") }
        guard !trendThreshold.isNaN else { throw .settingOutOfRange("trendThreshold") }
    }

    private func data(
        _ counts: [Double?], _ exposures: [Double]?, _ tested: Int
    ) throws(StatisticsError) -> SeasonalRegression {
        let reference = SeasonalReference(self, tested: tested).periods
        var rows: [SeasonalRegression.Row] = []
        for period in reference {
            guard let count = counts[period.index] else { continue }
            let exposure = try checkedExposure(exposures?[period.index] ?? 1)
            rows.append(
                SeasonalRegression.Row(
                    count: try checkedCount(count), time: Double(period.index - tested), season: period.season,
                    offset: Elementary.logarithm(exposure)))
        }
        let needed = (reference.count + 1) / 2
        guard rows.count >= needed, rows.contains(where: { $0.season == 0 }) else {
            throw .tooFewReferencePeriods(rows.count, needed: needed)
        }
        let exposure = try checkedExposure(exposures?[tested] ?? 1)
        return SeasonalRegression(rows: rows, offsetNow: Elementary.logarithm(exposure))
    }

    private func expectation(
        _ fit: SeasonalRegression.Fit, observed: Double, events: Double
    ) throws(StatisticsError) -> SeasonalExpectation {
        let mean = Elementary.exponential(fit.eta)
        let prediction = SeasonalPrediction(
            mean: mean, errorOfLogarithm: fit.errorOfEta, dispersion: fit.dispersion)
        let bounds = try prediction.bounds(threshold, alpha: alpha, observed: observed)
        return SeasonalExpectation(
            observed: observed, expected: mean, lower: bounds.lower, upper: bounds.upper,
            chanceOfMore: bounds.chanceOfMore, chanceOfFewer: bounds.chanceOfFewer, dispersion: fit.dispersion,
            trend: fit.trend, referencePeriods: fit.rows, hasEnoughEvents: events >= fewestEvents,
            hasEnoughExpected: mean * Double(latestPeriods) >= fewestEvents)
    }
}
