import Alerting
public import Diagnostics
import Measures
import RuleLanguage

/// What the outcomes of one test come to.
public struct TestOutcomes: Sendable {
    public var test: RuleTest
    public var outcomes: [ExpectationOutcome]
}

/// All that a run of rule tests found, for people and for programs.
public struct RuleTestResults: Sendable {
    private let tests: [TestOutcomes]
    /// What is wrong with the files, and every expectation that does not hold, at its place.
    public let report: DiagnosticReport

    public init(outcomes: [TestOutcomes], problems: DiagnosticReport) {
        tests = outcomes
        let failures = outcomes.flatMap { test in
            test.outcomes.compactMap { outcome in
                outcome.difference.map { difference in
                    Diagnostic(
                        RuleTestProblem.notAsExpected(
                            test: test.test.name, rule: outcome.expectation.rule, area: outcome.name,
                            period: outcome.expectation.period.title, expected: difference.expected, got: difference.got,
                            because: outcome.reasons), at: outcome.expectation.span)
                }
            }
        }
        report = DiagnosticReport(problems.diagnostics + failures)
    }

    /// `3 tests, 12 expectations: all hold`.
    public var summary: String {
        let expectations = tests.reduce(0) { $0 + $1.outcomes.count }
        let failed = tests.reduce(0) { $0 + $1.outcomes.count { !$0.holds } }
        let failedTests = tests.count { $0.outcomes.contains { !$0.holds } }
        func counted(_ count: Int, _ one: String) -> String { "\(count) \(count == 1 ? one : one + "s")" }
        let all = "\(counted(tests.count, "test")), \(counted(expectations, "expectation"))"
        guard expectations > 0 else { return "\(all): nothing was tested" }
        guard failed > 0 else { return "\(all): all hold" }
        return "\(all): \(failed) \(failed == 1 ? "does" : "do") not hold, in \(counted(failedTests, "test"))"
    }
}

extension ExpectationOutcome {
    /// The explanation, and where an alert was asked for its states.
    var reasons: [String] {
        var lines = evaluation.evaluation.explanation(area: area, period: place).lines
        if expectation.alert != nil {
            let told = states.map { "\($0.period): \($0.state.rawValue)" }
            lines.append("the alert by period: " + (told.isEmpty ? "not told" : told.joined(separator: ", ")))
        }
        return lines
    }
}
