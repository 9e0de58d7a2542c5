import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// A message that does not say of which area it speaks, where more than one is judged.
    static func messageWithoutArea(_ rule: Rule, _ partnership: Partnership, _ collector: DiagnosticCollector) {
        if rule.program.namesArea { return }
        let geography = partnership.geography
        let count =
            rule.areas?.count ?? rule.levels.reduce(0) { $0 + geography.areas(at: $1).count }
        guard count > 1 else { return }
        collector.report(LintProblem.messageWithoutArea(rule: rule.id, areas: count), at: rule.places.message)
    }
}
