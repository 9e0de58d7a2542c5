import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// What a rule on a change with a chance guard asks for at the KPI's usual level, so that a board knows what its "10%" means. Told where the KPI
    /// states that level (`typical:`).
    static func smallestChange(_ rule: Rule, _ partnership: Partnership, _ collector: DiagnosticCollector) {
        // The usual level is the whole's, and says nothing of a rule on parts alone.
        guard partnership.geography.whole.map(rule.levels.contains) ?? true else { return }
        guard let change = rule.program.guardedChange else { return }
        let series = rule.program.series[change.series]
        guard let base = series.kpi.typical[rule.grain] else { return }
        let nearest = change.nearestCount(from: base.rounded(), dispersion: series.dispersion)
        let relative = nearest.map { Double($0) / base.rounded() - 1 }
        collector.report(
            LintProblem.smallestChange(
                rule: rule.id, base: DecimalText.grouped(base, places: 0), per: rule.grain.rawValue,
                isRise: change.isRise, nearest: nearest.map { DecimalText.grouped(Double($0), places: 0) },
                percent: relative.map { Quantity($0, .change).description } ?? ""),
            at: rule.places.when)
    }
}
