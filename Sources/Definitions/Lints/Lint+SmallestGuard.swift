import Diagnostics
import RuleLanguage

extension Lint {
    /// A rise that is guarded by the smaller of its two counts: where there were few before, no rise is large enough.
    static func smallestGuard(_ rule: Rule, _ collector: DiagnosticCollector) {
        guard rule.program.isGuardedBySmallest && rule.program.judgesRise else { return }
        collector.report(
            LintProblem.guardedBySmallest(rule: rule.id), at: rule.places.given.first ?? rule.places.when)
    }
}
