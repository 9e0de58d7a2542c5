import Alerting
import Charts
import Definitions
import Measures
import RuleLanguage

/// What one reader is told of a priority's year.
struct AnnualPriority {
    let priority: Priority
    /// In the order of the definitions.
    let figures: [AnnualFigure]
    let alerts: [AnnualAlert]
    /// The course of each measure up to the year's end, by KPI; of those whose figures the table does not hold already.
    let charts: [String: TrendChart]

    init(
        _ part: Reader.Part, for reader: Reader, _ annual: AnnualInput, _ readings: SightReadings, _ maker: ListMaker
    ) {
        priority = part.priority
        let geography = maker.input.definitions.partnership.geography
        let whole = geography.whole.flatMap { geography.areas(at: $0).first }
        figures = part.kpis.map { AnnualFigure($0, in: whole, annual, reader.sight, maker) }
        let alerts = AnnualAlert.alerts(of: part.priority, for: reader, annual, maker)
        self.alerts = alerts
        var charts: [String: TrendChart] = [:]
        for figure in figures where figure.now != nil {
            guard let whole, let level = readings[figure.kpi, part.priority, whole.level] else { continue }
            let open = alerts.filter { alert in
                alert.area.code == whole.code && alert.rule.program.series.contains { $0.name == figure.kpi.id }
            }.flatMap(\.episode.openPeriods)
            let drawn = level.reading.charts(
                of: whole.code, named: PlainText.line(whole.name), id: "\(part.priority.id)-\(figure.kpi.id)",
                alerting: Set(open), through: annual.year.lastDay
            ).first
            guard var chart = drawn, chart.points.count(where: \.isFigure) >= Self.fewestDrawn else { continue }
            // Why a chart has no limits is said once for all.
            chart.process.notes = []
            charts[figure.kpi.id] = chart
        }
        self.charts = charts
    }

    /// Fewer figures than these tell no more than the table.
    private static let fewestDrawn = 4

    func count(_ result: TargetResult) -> Int { figures.count { $0.result == result } }

    var actions: [ListedAction] { alerts.flatMap(\.actions) }
}

extension AlertEpisode {
    /// The periods in which it stood open.
    var openPeriods: [Period] {
        (began.ordinal...last.ordinal).map { Period(grain: began.grain, ordinal: $0) }
    }

    /// Whether it stood open on any day of a stretch of time.
    func touches(_ year: Period) -> Bool {
        began.firstDay <= year.lastDay && (isOpen || last.lastDay >= year.firstDay)
    }
}

extension ChartPoint {
    fileprivate var isFigure: Bool { if case .figure = reading { true } else { false } }
}
