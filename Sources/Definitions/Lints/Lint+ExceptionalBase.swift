import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// A comparison with a stated period that the KPI calls exceptional.
    static func exceptionalBase(_ rule: Rule, _ collector: DiagnosticCollector) {
        for (series, period, part) in rule.program.fixedPeriods {
            let kpi = rule.program.series[series].kpi
            guard let stretch = kpi.exceptional.first(where: { $0.touches(period) }) else { continue }
            collector.report(
                LintProblem.exceptionalBase(kpi: kpi.name, period: period.title, because: stretch.because),
                at: rule.places.span(of: part))
        }
    }
}
