import Diagnostics
import RuleLanguage

extension Lint {
    /// A rule that no figures can make fire, that any figures make fire, or whose alert no figures let recover; and a recovery threshold on the
    /// wrong side, so that an alert would recover while it is breached.
    static func reach(_ rule: Rule, _ collector: DiagnosticCollector) {
        let reach = rule.program.reach
        if !reach.canFire { collector.report(LintProblem.neverFires(rule: rule.id), at: rule.places.when) }
        if !reach.canStaySilent { collector.report(LintProblem.alwaysMet(rule: rule.id), at: rule.places.when) }
        guard reach.canFire, reach.canStaySilent, let clear = rule.places.clear else { return }
        if !reach.canRecover { collector.report(LintProblem.neverRecovers(rule: rule.id), at: clear) }
        if let overlap = reach.recoversWhileMet {
            collector.report(
                LintProblem.recoversWhileMet(rule: rule.id, term: overlap.term, value: overlap.value), at: clear)
        }
    }
}
