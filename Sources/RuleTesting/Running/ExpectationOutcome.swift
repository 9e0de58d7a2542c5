public import Alerting
public import Measures
public import RuleLanguage

/// An expectation beside what the rule said.
public struct ExpectationOutcome: Sendable {
    public var expectation: RuleTest.Expectation
    public var evaluation: RuleEvaluation
    /// The area's name.
    public var name: String
    /// The places of the expectation's area and period in the evaluation's frame.
    public var area: Int
    public var place: Int
    public var verdict: Verdict
    /// Nil where no alert was asked for.
    public var alert: AlertState?
    /// The alert's states after each period.
    public var states: [(period: Period, state: AlertState)]
    /// The rule's message; empty where none was asked for.
    public var message: String

    public var holds: Bool { difference == nil }

    /// What was expected and what came instead, in words, as far as they differ; nil where they don't.
    public var difference: (expected: String, got: String)? {
        var differences: [(expected: String, got: String)] = []
        if let wanted = expectation.verdict, wanted != verdict { differences.append((wanted.expected, verdict.expected)) }
        if let wanted = expectation.alert, wanted != alert {
            differences.append(("the alert \(wanted.rawValue)", "the alert \(alert?.rawValue ?? "not told")"))
        }
        if let words = expectation.message, !message.contains(words) {
            differences.append(("a message with `\(words)`", "the message `\(message)`"))
        }
        guard !differences.isEmpty else { return nil }
        return (differences.map(\.expected).joined(separator: " and "), differences.map(\.got).joined(separator: " and "))
    }
}
