import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// A standing told anew from rounded figures, so that a change in its message goes with the figures beside it. The verdict stays
/// the one that the true figures gave.
struct RoundedStanding {
    let evaluation: Evaluation
    private let period: Int
    /// The place of the area in the evaluation's frame.
    let area: Int

    init(_ judged: JudgedStanding, figures: PublishedFigures) {
        let source = judged.evaluation.evaluation
        // The other areas matter only to a rule that ranks them.
        let areas = source.program.comparesAreas ? Array(source.frame.areas.indices) : [judged.area]
        let frame = EvaluationFrame(
            areas: areas.map { source.frame.areas[$0] }, first: source.frame.first, periodCount: source.frame.periodCount)
        let inputs = judged.kpis.enumerated().map { series, kpi in
            var block = ObservationBlock(
                kpi: kpi.id, level: judged.standing.level, unit: kpi.unit, areas: frame.areas, first: frame.first,
                periodCount: frame.periodCount, filledWith: Observation(absent: .withheld))
            for (row, area) in areas.enumerated() {
                for period in 0..<frame.periodCount {
                    let seen = figures.disclosed(series, of: source, judged.kpis, area: area, period: period)
                    if let told = seen.observation { block[row, period] = told }
                }
            }
            return SeriesInput(
                observations: block, target: (0..<frame.periodCount).map { source.target(series, period: $0) },
                tolerance: (0..<frame.periodCount).map { source.tolerance(series, period: $0) },
                benchmark: (0..<frame.periodCount).map { source.benchmark(series, period: $0) })
        }
        evaluation = Evaluation(source.program, over: frame, inputs: inputs)
        period = judged.period
        area = areas.firstIndex(of: judged.area) ?? 0
    }

    func message(areaName: String) -> String { evaluation.message(area: area, period: period, areaName: areaName) }

    var explanation: Explanation { evaluation.explanation(area: area, period: period) }
}
