import Diagnostics
import Measures

extension Lint {
    /// A rule whose review date lies before the day of the run.
    static func reviewPassed(_ definitions: Definitions, _ asOf: CalendarDate, _ collector: DiagnosticCollector) {
        for rule in definitions.rules {
            guard let review = rule.review, review < asOf else { continue }
            collector.report(LintProblem.reviewPassed(rule: rule.id, date: review.description), at: rule.span)
        }
    }
}
