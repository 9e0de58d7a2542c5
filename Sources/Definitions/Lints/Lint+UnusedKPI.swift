import Diagnostics
import RuleLanguage

extension Lint {
    /// A KPI that no rule judges, and no status tells: what only a message names is not judged.
    static func unusedKPI(_ priority: Priority, _ collector: DiagnosticCollector) {
        let programs = priority.rules.map(\.program) + priority.kpis.compactMap(\.status).flatMap(\.programs)
        let judged = Set(programs.flatMap { program in program.judgedSeries.map { program.series[$0].name } })
        for kpi in priority.kpis where !judged.contains(kpi.id) {
            collector.report(LintProblem.unusedKPI(kpi.id), at: kpi.span)
        }
    }
}
