import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// A comparison by `==` or `!=` of a figure that is computed: a share, a rate, a change.
    static func exactComparison(_ rule: Rule, _ collector: DiagnosticCollector) {
        for comparison in rule.program.exactComparisons {
            collector.report(
                LintProblem.exactComparison(text: comparison.text, unit: comparison.unit.description),
                at: rule.places.span(of: comparison.part))
        }
    }
}
