import Diagnostics

extension Lint {
    /// A rule that nobody owns, or that does not say what to do when it fires: its alert would be read and left.
    static func silentRule(_ rule: Rule, _ collector: DiagnosticCollector) {
        if rule.owner == nil { collector.report(LintProblem.noOwner(rule: rule.id), at: rule.span) }
        if rule.respond == nil { collector.report(LintProblem.noResponse(rule: rule.id), at: rule.span) }
    }
}
