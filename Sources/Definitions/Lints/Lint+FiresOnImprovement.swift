import Diagnostics
import RuleLanguage

extension Lint {
    /// A rule that fires where every KPI that it watches gets better.
    static func firesOnImprovement(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        for priority in definitions.priorities {
            for rule in priority.rules {
                let watched = rule.program.watchedFigures
                let kpis = watched.compactMap { figure in priority.kpi(rule.program.series[figure.series].name) }
                guard let first = kpis.first, kpis.count == watched.count,
                    zip(watched, kpis).allSatisfy({ $0.isRise ? $1.better == .higher : $1.better == .lower })
                else { continue }
                collector.report(
                    LintProblem.firesOnImprovement(rule: rule.id, kpi: first.id, better: first.better.rawValue),
                    at: rule.places.when)
            }
        }
    }
}
