import Diagnostics
import RuleLanguage

extension Lint {
    /// A rule that fires where every KPI that it watches gets better, or either way alike.
    static func firesOnImprovement(_ rule: Rule, of priority: Priority, _ collector: DiagnosticCollector) {
        if let place = rule.program.undirectedSignificance, let kpi = priority.kpi(rule.program.series[place].name),
            kpi.better != .neither
        {
            collector.report(
                LintProblem.firesEitherWay(rule: rule.id, kpi: kpi.id, worse: kpi.better == .lower ? ">" : "<"), at: rule.places.when)
        }
        let watched = rule.program.watchedFigures
        let kpis = watched.compactMap { figure in priority.kpi(rule.program.series[figure.series].name) }
        guard let first = kpis.first, kpis.count == watched.count,
            zip(watched, kpis).allSatisfy({ $0.isRise ? $1.better == .higher : $1.better == .lower })
        else { return }
        collector.report(
            LintProblem.firesOnImprovement(rule: rule.id, kpi: first.id, better: first.better.rawValue),
            at: rule.places.when)
    }
}
