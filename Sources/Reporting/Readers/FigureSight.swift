import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// What one reader sees of figures, as the pages of measures and of areas ask for it.
struct FigureSight {
    let figures: PublishedFigures

    func seen(_ exact: Observation, of kpi: KPI, in area: AreaCode, _ period: Period) -> DisclosedObservation {
        figures.disclosed(exact, of: kpi, area: area, period: period)
    }

    /// Whether what rests on exact figures of a KPI, such as process limits, would tell more than the reader sees of them.
    func isRounding(_ kpi: KPI) -> Bool { figures.policy.roundTo > 1 && !kpi.isPublished }

    /// Whether the reader sees every figure as it is.
    var isOpen: Bool { figures.policy.isOpen }

    /// Whether the reader sees every figure that a rule read of an area over these periods, and so may know how it stood in them.
    func sees(_ judged: JudgedStanding, in periods: ClosedRange<Period>) -> Bool {
        guard !isOpen else { return true }
        let evaluation = judged.evaluation.evaluation
        let first = evaluation.frame.first.ordinal
        // Of what lies before the figures at hand nothing can be held against the policy.
        guard periods.lowerBound.ordinal >= first else { return false }
        return (periods.lowerBound.ordinal...periods.upperBound.ordinal).allSatisfy { ordinal in
            evaluation.program.figuresRead.allSatisfy { reference in
                figures.disclosed(reference, of: evaluation, judged.kpis, area: judged.area, period: ordinal - first)
                    .observation != nil
            }
        }
    }
}
