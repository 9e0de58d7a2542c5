public import Alerting
public import Measures
public import RuleLanguage

/// An expectation beside what the rule said.
public struct ExpectationOutcome: Sendable {
    public var expectation: RuleTest.Expectation
    public var evaluation: RuleEvaluation
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

    public var holds: Bool { differences.isEmpty }

    /// What was expected and what came instead, in words.
    public var differences: [(expected: String, got: String)] {
        var differences: [(String, String)] = []
        if let wanted = expectation.verdict, wanted != verdict { differences.append((wanted.words, verdict.words)) }
        if let wanted = expectation.alert, wanted != alert {
            differences.append(("the alert \(wanted.rawValue)", "the alert \(alert?.rawValue ?? "not told")"))
        }
        if let words = expectation.message, !message.contains(words) {
            differences.append(("a message with `\(words)`", "`\(message)`"))
        }
        return differences
    }
}
