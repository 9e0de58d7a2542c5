import Diagnostics
import RuleLanguage

extension Lint {
    /// A rise that is guarded by the smaller of its two counts: where there were few before, no rise is large enough.
    static func smallestGuard(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        for rule in definitions.rules where rule.program.isGuardedBySmallest && rule.program.judgesRise {
            collector.report(
                LintProblem.guardedBySmallest(rule: rule.id), at: rule.places.given.first ?? rule.places.when)
        }
    }
}
