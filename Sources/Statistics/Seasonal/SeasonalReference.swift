/// The past periods that a detector learns from, each with its season.
///
/// Source: `blocks` and `algo.farrington.data.glm` of the R package surveillance: the window about the same period of each
/// earlier year is the tested season; what lies between two windows is cut into as many seasons as remain, the first of them
/// longer by one where the periods do not divide.
struct SeasonalReference {
    struct Period {
        var index: Int
        /// 0 for the tested season, then 1, 2, … through the year.
        var season: Int
    }

    private(set) var periods: [Period] = []

    /// - Parameter tested: The place of the tested period, with all of the years before it in the series.
    init(_ detector: SeasonalDetector, tested: Int) {
        let window = detector.halfWindow
        let year = detector.periodsPerYear
        let firstLeftOut = tested - detector.excludedPeriods
        let between = year - 2 * window - 1
        let others = detector.seasons - 1
        for yearsBack in stride(from: detector.years, to: 0, by: -1) {
            let centre = tested - yearsBack * year
            for index in centre - window...centre + window where index < firstLeftOut {
                periods.append(Period(index: index, season: 0))
            }
            guard others > 0 else { continue }
            let length = between / others
            let longer = between % others
            var next = centre + window + 1
            for season in 1...others {
                for _ in 0..<length + (season <= longer ? 1 : 0) {
                    if next < firstLeftOut { periods.append(Period(index: next, season: season)) }
                    next += 1
                }
            }
        }
        // The tested period's own window, up to what is left out.
        let start = tested - window
        if start < firstLeftOut {
            for index in start..<firstLeftOut { periods.append(Period(index: index, season: 0)) }
        }
    }
}
