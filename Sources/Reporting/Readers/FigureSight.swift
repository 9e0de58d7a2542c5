import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// What one audience sees of figures, and of the verdicts that rest on them.
struct FigureSight: Sendable {
    let figures: PublishedFigures
    let rules: SeenRules

    init(figures: PublishedFigures) {
        self.figures = figures
        rules = SeenRules(figures)
    }

    func seen(_ exact: Observation, of kpi: KPI, in area: AreaCode, _ period: Period) -> DisclosedObservation {
        figures.disclosed(exact, of: kpi, area: area, period: period)
    }

    /// Whether what rests on exact figures of a KPI, such as process limits, would tell more than the reader sees of them.
    func isRounding(_ kpi: KPI) -> Bool { figures.isRounding(kpi.id) }

    /// Whether the reader sees every figure as it is.
    var isOpen: Bool { figures.policy.isOpen }

    /// Whether the reader may know how a rule's alert stood in an area in each of these periods.
    func tells(_ judged: JudgedStanding, in periods: ClosedRange<Period>) -> Bool {
        isOpen || rules[judged].tellsLife(judged, in: periods)
    }
}
