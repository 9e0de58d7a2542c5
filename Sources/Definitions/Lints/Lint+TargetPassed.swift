import Diagnostics
import Measures

extension Lint {
    /// A target whose time has passed: the KPI is held against it still, and nobody set the next.
    static func targetPassed(_ priority: Priority, _ asOf: CalendarDate, _ collector: DiagnosticCollector) {
        for kpi in priority.kpis {
            guard let by = kpi.target?.by, by.lastDay < asOf else { continue }
            collector.report(LintProblem.targetPassed(kpi: kpi.id, by: by.description), at: kpi.span)
        }
    }
}
