import Alerting
import Charts
import Definitions
import Measures
import RuleLanguage

extension CourseReading {
    /// More periods than this are not drawn: the table has them all.
    private static let mostDrawn = 40

    /// The course of an area on the grain on which the KPI is told first and, where limits are told on another, on that too.
    ///
    /// - Parameters:
    ///   - id: unique on the page, and the beginning of no other id.
    ///   - alerting: the periods in which an alert stands that the reader may know.
    ///   - end: no period that ends later is drawn, nor has a part in the limits; nil for all that are due.
    func charts(
        of code: AreaCode, named areaName: String, id: String, alerting: Set<Period> = [], through end: CalendarDate? = nil
    ) -> [TrendChart] {
        guard let area = course.place(of: code) else { return [] }
        let others = processGrain == nil ? [] : [course.process].compactMap(\.self)
        return ([course.evaluation] + others).enumerated().compactMap { number, evaluation in
            chart(evaluation, area, named: areaName, id: "\(id)-\(number + 1)", alerting: alerting, through: end)
        }
    }

    /// Nil where no period has a figure that the reader sees.
    private func chart(
        _ evaluation: Evaluation, _ area: Int, named areaName: String, id: String, alerting: Set<Period>,
        through end: CalendarDate?
    ) -> TrendChart? {
        guard let latest = KPICourse.latestDue(area: area, in: evaluation, through: end) else { return nil }
        let all = Array(max(0, latest + 1 - Self.mostDrawn)...latest)
        let places = Array(all.drop { evaluation.observed(0, area: area, period: $0).state != .reported })
        guard let last = places.last else { return nil }
        guard places.contains(where: { seen(evaluation, area, $0).value != nil }) else { return nil }
        let process = ProcessReading(
            evaluation, of: [kpi], series: 0, area: area, judged: last, periods: places, figures: sight.figures)
        return TrendChart(
            id: id,
            title: "\(PlainText.line(kpi.title)), \(areaName), by \(evaluation.frame.first.grain.rawValue)", unit: kpi.unit,
            points: places.enumerated().map { index, place in
                point(
                    evaluation, area, place, special: process?.special[index],
                    isAlerting: alerting.contains(evaluation.frame.first.moved(by: place)))
            },
            benchmark: kpi.benchmark.flatMap { benchmark in
                evaluation.benchmark(0, period: last)?.value.map { ReferenceValue(PlainText.line(benchmark.of), $0) }
            },
            process: process?.lines ?? .none, width: 400, plotHeight: 130)
    }

    private func seen(_ evaluation: Evaluation, _ area: Int, _ place: Int) -> SeenFigure {
        SeenFigure(
            period: evaluation.frame.first.moved(by: place), unit: kpi.unit,
            disclosed: sight.figures.disclosed(0, of: evaluation, [kpi], area: area, period: place))
    }

    private func point(
        _ evaluation: Evaluation, _ area: Int, _ place: Int, special: SpecialCause?, isAlerting: Bool
    ) -> ChartPoint {
        let figure = seen(evaluation, area, place)
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
            figure.period.shortLabel, reading, target: evaluation.target(0, period: place),
            tolerated: evaluation.tolerance(0, period: place))
    }
}
