import Alerting
import Charts
import Definitions
import Measures
import RuleLanguage

extension CourseReading {
    /// More periods than this are not drawn: the table has them all.
    private static let mostDrawn = 40

    /// The course of an area, with the limits that a rule would judge it by; nil where no period has a figure.
    ///
    /// - Parameters:
    ///   - id: unique on the page.
    ///   - alerting: the periods in which an alert stands that the reader may know.
    func chart(of code: AreaCode, named areaName: String, id: String, alerting: Set<Period> = []) -> TrendChart? {
        guard let area = course.place(of: code), let latest = course.latestDue(area: area) else { return nil }
        let all = Array(max(0, latest + 1 - Self.mostDrawn)...latest)
        let places = Array(all.drop { course.evaluation.observed(0, area: area, period: $0).state != .reported })
        guard let last = places.last else { return nil }
        let process = limits(area: area, periods: places)
        return TrendChart(
            id: id, title: "\(PlainText.line(kpi.title)), \(areaName)", unit: kpi.unit,
            points: places.enumerated().map { index, place in
                point(area, place, special: process?.special[index], isAlerting: alerting.contains(period(place)))
            },
            benchmark: kpi.benchmark.flatMap { benchmark in
                course.evaluation.benchmark(0, period: last)?.value.map { ReferenceValue(PlainText.line(benchmark.of), $0) }
            },
            process: process?.lines ?? .none, width: 560, plotHeight: 150)
    }

    /// Nil where the periods overlap.
    private func limits(area: Int, periods: [Int]) -> ProcessReading? {
        guard course.hasLimits, let judged = periods.last else { return nil }
        return ProcessReading(
            course.evaluation, of: [kpi], series: 0, area: area, judged: judged, periods: periods, figures: sight.figures)
    }

    private func point(_ area: Int, _ place: Int, special: SpecialCause?, isAlerting: Bool) -> ChartPoint {
        let figure = figure(area: area, period: place)
        let reading: ChartPoint.Reading
        if let told = figure.observation, let value = told.value {
            reading = .figure(
                ChartFigure(
                    value, bounds: told.bounds, provisional: told.provisional, alerting: isAlerting, special: special,
                    exceptional: kpi.declaration.exceptional.contains { $0.touches(figure.period) }))
        } else {
            reading = .absent(because: figure.observation?.state.words ?? "withheld")
        }
        return ChartPoint(
            figure.period.shortLabel, reading, target: course.evaluation.target(0, period: place),
            tolerated: course.evaluation.tolerance(0, period: place))
    }
}
