import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// Reads the course of the KPI that decides a standing, up to the period judged, as an audience may see it.
struct TrendReading {
    let judged: JudgedStanding
    let sight: FigureSight
    let history: AlertHistory?

    private var figures: PublishedFigures { sight.figures }

    init(_ judged: JudgedStanding, sight: FigureSight, history: AlertHistory?) {
        self.judged = judged
        self.sight = sight
        self.history = history
    }

    /// Nil where no period has a figure.
    var trend: Trend? {
        let evaluation = judged.evaluation.evaluation
        let series = evaluation.decidingSeries(area: judged.area, period: judged.period)
        guard judged.kpis.indices.contains(series) else { return nil }
        let kpi = judged.kpis[series]
        var periods = Array(max(0, judged.period + 1 - Self.length(judged.standing.period.grain))...judged.period)
        let isTold = { (period: Int) in evaluation.observed(series, area: judged.area, period: period).state == .reported }
        // What lies before the first figure shown says nothing.
        periods = Array(periods.drop { !isTold($0) })
        guard !periods.isEmpty else { return nil }
        let benchmark = periods.last { evaluation.benchmark(series, period: $0)?.value != nil }
            .flatMap { evaluation.benchmark(series, period: $0)?.value }
        // That an alert stood before it would tell of a figure that the audience does not see.
        let firstMarked = sight.isOpen ? periods[0] : sight.rules[judged].firstPeriodTold(judged, from: periods[0])
        let process = ProcessReading(judged, series: series, periods: periods, figures: figures)
        return Trend(
            title: "\(PlainText.line(kpi.title)), \(PlainText.line(judged.areaDefinition.name))", unit: kpi.unit,
            points: periods.enumerated().map { place, period in
                point(
                    period, series, kpi, isMarked: period >= firstMarked, special: process?.special[place],
                    isProcess: process != nil)
            },
            threshold: evaluation.program.levelThreshold(of: series).map { ReferenceValue("Threshold", $0) },
            benchmark: benchmark.map { ReferenceValue(PlainText.line(kpi.benchmark?.of ?? "Benchmark"), $0) },
            process: process?.lines ?? .none)
    }

    /// As many periods as show a year's course and the one before.
    private static func length(_ grain: Grain) -> Int {
        switch grain {
        case .month, .rollingYear, .financialYearToDate: 25
        case .quarter: 13
        case .calendarYear, .financialYear: 10
        }
    }

    private func point(
        _ period: Int, _ series: Int, _ kpi: KPI, isMarked: Bool, special: SpecialCause?, isProcess: Bool
    ) -> ChartPoint {
        let evaluation = judged.evaluation.evaluation
        let at = evaluation.frame.first.moved(by: period)
        var reading = reading(period, series, isMarked: isMarked)
        if case .figure(var figure) = reading, isProcess {
            figure.special = special
            figure.exceptional = kpi.declaration.exceptional.contains { $0.touches(at) }
            reading = .figure(figure)
        }
        return ChartPoint(
            at.shortLabel, reading, target: evaluation.target(series, period: period),
            tolerated: evaluation.tolerance(series, period: period))
    }

    private func reading(_ period: Int, _ series: Int, isMarked: Bool) -> ChartPoint.Reading {
        let seen = figures.disclosed(
            series, of: judged.evaluation.evaluation, judged.kpis, area: judged.area, period: period)
        guard let told = seen.observation else { return .absent(because: "withheld") }
        guard let value = told.value else { return .absent(because: told.state.words) }
        let isAlerting = isMarked && history.map { $0.states.indices.contains(period) && $0.states[period].isOpen } ?? false
        return .figure(
            ChartFigure(value, bounds: told.bounds, provisional: told.provisional, alerting: isAlerting))
    }
}

extension Observation.State {
    /// On a chart, where there is no figure.
    var words: String {
        switch self {
        case .reported: "no figure"
        case .missing: "missing"
        case .notDue: "not due"
        case .withheld: "withheld"
        case .beforeHistory: "before the series"
        case .noValue: "no value"
        case .moduleFailed: "module failed"
        }
    }
}

extension Period {
    /// Short enough for an axis, and still no quarter by number: `Mar 24`, `Jan–Mar 24`, `2023/24`, `to Mar 24`.
    var shortLabel: String {
        let last = lastMonth.shortLabel
        return switch grain {
        case .month: last
        case .quarter: "\(firstMonth.shortName)–\(last)"
        case .calendarYear, .financialYear: description
        case .rollingYear, .financialYearToDate: "to \(last)"
        }
    }
}

extension Month {
    fileprivate var shortName: String { String(title.prefix(3)) }
    fileprivate var shortLabel: String { "\(shortName) \(String(String(year).suffix(2)))" }
}
