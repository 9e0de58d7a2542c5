import Measures
import Statistics

extension Evaluation {
    /// Where the limits of a series have no width: the test of its count against the counts that they are made of. Nil where limits have a width,
    /// and of figures that are no counts, nor rates of counts.
    func stillProcess(_ series: Int, _ area: Int, _ period: Int) -> StillProcess? {
        let last = column(series, period, .earlier(0))
        let start = start(of: series, at: last)
        guard last >= start, last < periodCount(of: series), let limits = limits(series, area, from: start, before: last),
            limits.meanMovingRange == 0, let own = events(series, area, last)
        else { return nil }
        var base = (events: 0.0, exposure: 0.0)
        for column in baseline(series, area, from: start, before: last) {
            guard let found = events(series, area, column) else { return nil }
            base.events += found.count
            base.exposure += found.exposure
        }
        return try? StillProcess(
            count: own.count, exposure: own.exposure, baseCount: base.events, baseExposure: base.exposure,
            dispersion: program.series[series].dispersion)
    }

    /// The events behind a figure, and what they are per. Rounding is not looked at, as in all signs of the chart.
    private func events(_ series: Int, _ area: Int, _ column: Int) -> (count: Double, exposure: Double)? {
        let block = inputs[series].observations
        guard block.state(area, column) == .reported, let count = block.count(area, column) else { return nil }
        switch program.series[series].unit {
        case .count: return (count, 1)
        case .rate: return block.denominator(area, column).flatMap { $0 > 0 ? (count, $0) : nil }
        default: return nil
        }
    }

    /// Why limits without a width tell what they tell.
    func stillWords(_ series: Int, at place: ExplainedPlace) -> String {
        let still = "the figures before hardly moved, so their limits have no width"
        guard let test = stillProcess(series, place.area, place.period) else {
            return
                "not known, \(still): judge a longer grain or a larger area, or hold the figure against a stated one with `above`"
        }
        let shown = words(test.direction, worse: program.series[series].kpi.worse)
        let events = test.comparison.baseCount * program.series[series].dispersion
        let last = column(series, place.period, .earlier(0))
        let periods = baseline(series, place.area, from: start(of: series, at: last), before: last).count
        return """
            \(shown); \(still), and the count is held against theirs, \(DecimalText.shortest(events, upTo: 1)) in \(periods) periods: \
            p = \(Self.pWords(test.comparison.pValue)), exact conditional test of two counts, two-sided; under \
            \(DecimalText.shortest(1 - StillProcess.level, upTo: 4)) would be outside
            """
    }
}
