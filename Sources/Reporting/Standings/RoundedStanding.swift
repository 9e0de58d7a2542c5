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
        let start = source.frame.first.ordinal
        evaluation = source.rerun(areas: areas) { series, area, period, known in
            figures.disclosed(series, of: source, judged.kpis, area: area, period: period.ordinal - start).observation
                ?? Observation(absent: .withheld)
        }
        period = judged.period
        area = areas.firstIndex(of: judged.area) ?? 0
    }

    func message(areaName: String) -> String { evaluation.message(area: area, period: period, areaName: areaName) }

    var explanation: Explanation { evaluation.explanation(area: area, period: period) }
}
