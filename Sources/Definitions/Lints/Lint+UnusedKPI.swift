import Diagnostics
import RuleLanguage

extension Lint {
    /// A KPI that no rule judges.
    static func unusedKPI(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        for priority in definitions.priorities {
            let judged = Set(priority.rules.flatMap { $0.program.series.map(\.name) })
            for kpi in priority.kpis where !judged.contains(kpi.id) {
                collector.report(LintProblem.unusedKPI(kpi.id), at: kpi.span)
            }
        }
    }
}
