import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage
import Synchronization

/// The rules of a run as one audience may follow them, each worked out once, when it is first asked for.
final class SeenRules: Sendable {
    private let figures: PublishedFigures
    private let known = Mutex([ObjectIdentifier: SeenRule]())

    init(_ figures: PublishedFigures) { self.figures = figures }

    subscript(_ judged: JudgedStanding) -> SeenRule { self[judged.evaluation, judged.kpis] }

    /// - Parameter kpis: for each of the program's series.
    subscript(_ evaluation: RuleEvaluation, _ kpis: [KPI]) -> SeenRule {
        let key = ObjectIdentifier(evaluation)
        if let found = known.withLock({ $0[key] }) { return found }
        let made = SeenRule(evaluation.evaluation, kpis, figures: figures)
        known.withLock { $0[key] = made }
        return made
    }
}
