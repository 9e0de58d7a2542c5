import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// A message that does not say of which area it speaks, where more than one is judged.
    static func messageWithoutArea(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        let geography = definitions.partnership.geography
        for rule in definitions.rules where !rule.program.namesArea {
            let count =
                rule.areas?.count ?? rule.levels.reduce(0) { $0 + geography.areas(at: $1).count }
            guard count > 1 else { continue }
            collector.report(LintProblem.messageWithoutArea(rule: rule.id, areas: count), at: rule.places.message)
        }
    }
}
