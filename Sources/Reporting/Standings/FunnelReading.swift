import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage
import Statistics

/// Reads a KPI across the areas that a rule judges in one period, as an audience may see it: the funnel of an area among the
/// others.
struct FunnelReading {
    let judged: JudgedStanding
    /// The place of the KPI among the rule's series.
    let series: Int
    let figures: PublishedFigures

    /// Places along a limit, so that it looks like a curve.
    private static let curvePlaces = 60

    private struct Place {
        var label: String
        var value: Double
        var point: FunnelPoint
        var isOwn: Bool
    }

    /// Nil where the judged area has no figure with the counts that a funnel needs, or it is withheld.
    ///
    /// - Parameter id: unique on the page.
    func chart(id: String) -> FunnelChart? {
        let kpi = judged.kpis[series]
        let evaluation = judged.evaluation.evaluation
        var places: [Place] = []
        var withheld = 0
        for (row, code) in evaluation.frame.areas.enumerated() {
            let seen = figures.disclosed(series, of: evaluation, judged.kpis, area: row, period: judged.period)
            guard let told = seen.observation else {
                withheld += 1
                continue
            }
            guard let value = told.value, let count = told.count, let denominator = told.denominator,
                let point = try? FunnelPoint(numerator: count, denominator: denominator)
            else { continue }
            let label = PlainText.line(judged.areaNames[code] ?? code.rawValue)
            places.append(Place(label: label, value: value, point: point, isOwn: row == judged.area))
        }
        guard places.contains(where: \.isOwn) else { return nil }
        var chart = FunnelChart(
            id: id,
            title: "\(PlainText.line(kpi.title)) across areas, "
                + evaluation.frame.first.moved(by: judged.period).title,
            unit: kpi.unit, sizeLabel: sizeLabel(kpi.unit), points: [])
        if withheld > 0 {
            chart.notes = ["No limits: they would tell of \(PlainText.counted(withheld, "area")) withheld."]
        } else if figures.isRounding(kpi.id) {
            chart.notes = ["No limits: they would tell more than the rounded figures."]
        } else if let funnel = evaluation.funnel(of: series, area: judged.area, period: judged.period) {
            draw(funnel, places, on: &chart)
            return chart
        } else {
            chart.notes = [noFunnelWords(evaluation)]
            chart.points = places.map { place in
                FunnelChart.Point(
                    place.label, size: place.point.denominator, value: place.value,
                    verdict: place.isOwn ? verdictAmongUnanimous(evaluation) : .within)
            }
            return chart
        }
        chart.points = places.map { FunnelChart.Point($0.label, size: $0.point.denominator, value: $0.value) }
        return chart
    }

    private func noFunnelWords(_ evaluation: Evaluation) -> String {
        switch evaluation.funnelAbsence(of: series, area: judged.area, period: judged.period) {
        case .others(haveAll: false):
            "No limits: the other areas have none at all; the area is held against their counts."
        case .others(haveAll: true):
            "No limits: in the other areas it is all of them; the area is held against their counts."
        case .tooFewAreas, nil: "No limits: too few other areas with a figure."
        }
    }

    private func verdictAmongUnanimous(_ evaluation: Evaluation) -> FunnelChart.Verdict {
        verdict { evaluation.directionFromUnanimousOthers(of: series, area: judged.area, period: judged.period, level: $0) }
    }

    private func draw(_ funnel: Funnel, _ places: [Place], on chart: inout FunnelChart) {
        let scale = Self.scale(places)
        let sizes = places.map(\.point.denominator)
        chart.benchmark = ReferenceValue("the other areas", funnel.benchmark * scale)
        chart.points = places.map { place in
            FunnelChart.Point(
                place.label, size: place.point.denominator, value: place.value, verdict: verdict(of: place.point, in: funnel)
            )
        }
        guard let least = sizes.min(), let greatest = sizes.max() else { return }
        let steps = (0...Self.curvePlaces).map { least + (greatest - least) * Double($0) / Double(Self.curvePlaces) }
        let curve = { (level: Double) in
            steps.compactMap { size in
                (try? funnel.limitsOfVerdict(denominator: size, level: level)).map {
                    FunnelChart.Limits(size: size, lower: $0.lower * scale, upper: $0.upper * scale)
                }
            }
        }
        (chart.inner, chart.outer) = (curve(0.95), curve(0.998))
    }

    private func verdict(of point: FunnelPoint, in funnel: Funnel) -> FunnelChart.Verdict {
        verdict { try? funnel.direction(of: point, level: $0) }
    }

    private func verdict(_ direction: (_ level: Double) -> Direction?) -> FunnelChart.Verdict {
        for (level, isOuter) in [(0.998, true), (0.95, false)] {
            guard let direction = direction(level) else { continue }
            let better = judged.kpis[series].better
            return .outside(
                isOuter: isOuter, isHigher: direction == .higher,
                isWorse: better != .neither && (direction == .higher) == (better == .lower))
        }
        return .within
    }

    /// From events over the denominator to the KPI's unit.
    private static func scale(_ places: [Place]) -> Double {
        let events = places.reduce(0) { $0 + $1.point.numerator }
        return events > 0 ? places.reduce(0) { $0 + $1.value * $1.point.denominator } / events : 1
    }

    private func sizeLabel(_ unit: Unit) -> String {
        if case .rate(let rate) = unit { PlainText.line(rate.of) } else { "cases behind the share" }
    }
}
