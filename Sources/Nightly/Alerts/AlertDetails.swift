import AlertStore
import Alerting
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

    init(_ stored: StoredAlert, _ marks: AlertMarks, asOf: CalendarDate, verdicts: [Judgement], history: [AlertEvent]) {
        alert = AlertSummary(stored, marks, asOf: asOf)
        self.verdicts = verdicts
        self.history = history
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
        for (name, mark) in [("acknowledged", alert.acknowledgement), ("silenced", alert.silence)] {
            guard let mark else { continue }
            lines.append(
                "  \(name) by \(mark.by ?? "(erased)")" + (mark.until.map { " until \($0)" } ?? "")
                    + (mark.because.map { ": \($0)" } ?? ""))
        }
        lines += alert.actions.map { "  \($0.line)" }
        if !verdicts.isEmpty {
            lines.append("  verdicts: " + verdicts.map { "\($0.period) \($0.verdict)" }.joined(separator: "; "))
        }
        lines.append("  recorded:")
        lines += history.map { "    \($0.date)  \($0.words)" }
        return lines + [""]
    }
}
