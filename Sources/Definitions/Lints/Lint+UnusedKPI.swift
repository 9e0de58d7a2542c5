import Diagnostics
import RuleLanguage

extension Lint {
    /// A KPI that no rule judges.
    static func unusedKPI(_ priority: Priority, _ collector: DiagnosticCollector) {
        let judged = Set(priority.rules.flatMap { $0.program.series.map(\.name) })
        for kpi in priority.kpis where !judged.contains(kpi.id) {
            collector.report(LintProblem.unusedKPI(kpi.id), at: kpi.span)
        }
    }
}
