import Diagnostics
import Measures

extension Lint {
    /// A rule whose review date lies before the day of the run.
    static func reviewPassed(_ rule: Rule, _ asOf: CalendarDate, _ collector: DiagnosticCollector) {
        guard let review = rule.review, review < asOf else { return }
        collector.report(LintProblem.reviewPassed(rule: rule.id, date: review.description), at: rule.span)
    }
}
