import AlertStore
import Measures

/// An alert with its life and its last verdicts, as `beacon alerts show` tells it.
public struct AlertDetails: Sendable, Encodable {
    /// What the rule said of one period.
    public struct Judgement: Sendable, Encodable {
        public var period: String
        public var verdict: String
    }

    public var alert: AlertSummary
    /// Of the last periods, as the last run came to them.
    public var verdicts: [Judgement]
    public var history: [AlertEvent]

    init(_ stored: StoredAlert, verdicts: [Judgement]) {
        alert = AlertSummary(stored)
        self.verdicts = verdicts
        history = stored.steps.map { AlertEvent($0, of: stored) }
    }

    /// In words.
    public var lines: [String] {
        var lines = ["\(alert.title) (\(alert.rule)), \(alert.areaName)"]
        lines.append("  \(alert.state)" + (alert.since.map { " since \($0)" } ?? ""))
        let facts = [
            ("severity", alert.severity), ("priority", alert.priority), ("owner", alert.owner),
            ("groups", alert.groups.isEmpty ? nil : alert.groups.joined(separator: ", ")),
        ]
        lines += facts.compactMap { name, value in value.map { "  \(name): \($0)" } }
        if !verdicts.isEmpty {
            lines.append("  verdicts: " + verdicts.map { "\($0.period) \($0.verdict)" }.joined(separator: "; "))
        }
        lines.append("  recorded:")
        lines += history.map { "    \($0.date)  \($0.words)" }
        return lines + [""]
    }
}
