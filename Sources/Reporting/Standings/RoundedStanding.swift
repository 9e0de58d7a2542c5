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

    init(_ judged: JudgedStanding, policy: DisclosurePolicy) {
        let source = judged.evaluation.evaluation
        let frame = EvaluationFrame(
            areas: [source.frame.areas[judged.area]], first: source.frame.first, periodCount: source.frame.periodCount)
        let inputs = judged.kpis.enumerated().map { series, kpi in
            var block = ObservationBlock(
                kpi: kpi.id, level: judged.standing.level, unit: kpi.unit, areas: frame.areas, first: frame.first,
                periodCount: frame.periodCount, filledWith: Observation(absent: .withheld))
            for period in 0..<frame.periodCount {
                let exact = source.observed(series, area: judged.area, period: period)
                if let told = policy.disclosed(exact, unit: kpi.unit, isPublished: kpi.isPublished).observation {
                    block[0, period] = told
                }
            }
            return SeriesInput(
                observations: block, target: (0..<frame.periodCount).map { source.target(series, period: $0) },
                benchmark: (0..<frame.periodCount).map { source.benchmark(series, period: $0) })
        }
        evaluation = Evaluation(source.program, over: frame, inputs: inputs)
        period = judged.period
    }

    func message(areaName: String) -> String { evaluation.message(area: 0, period: period, areaName: areaName) }

    var explanation: Explanation { evaluation.explanation(area: 0, period: period) }
}
