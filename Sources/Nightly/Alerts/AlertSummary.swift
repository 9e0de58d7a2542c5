import AlertStore
import Alerting
import Definitions
import Measures

/// An alert in one line, as `beacon alerts list` tells it.
public struct AlertSummary: Sendable, Encodable {
    public var rule: String
    /// As last called; the rule's id where no run kept it.
    public var title: String
    public var priority: String?
    public var severity: String?
    public var owner: String?
    public var groups: [String]
    public var area: String
    public var areaName: String
    public var level: String?
    public var state: String
    public var isOpen: Bool
    /// The period in which the open alert began, as the command takes it: `2024 Q1`.
    public var since: String?
    /// The last period of which something was recorded, and the as-of date of the run that did.
    public var lastPeriod: String?
    public var changed: String?
    /// Who knows of it, and who keeps it out of the notices of a group that hears of it.
    public var acknowledgement: Mark?
    public var silence: Mark?

    /// Who said it, until when it holds, and why.
    public struct Mark: Sendable, Encodable {
        public var mark: Int64
        public var by: String?
        public var until: String?
        public var because: String?

        init(_ told: AlertMark) {
            mark = told.id
            by = told.author
            until = told.until?.description
            because = told.words
        }
    }

    init(_ alert: StoredAlert, _ marks: AlertMarks) {
        let record = alert.record
        rule = alert.rule
        title = alert.toldRule?.title ?? alert.rule
        priority = alert.toldRule?.priority
        severity = alert.toldRule?.severity.rawValue
        owner = alert.toldRule?.owner
        groups = alert.toldRule?.groups ?? []
        area = alert.area.rawValue
        areaName = alert.toldArea?.name ?? alert.area.rawValue
        level = alert.toldArea?.level.rawValue
        state = record.state.rawValue
        isOpen = record.isOpen
        since = record.began?.description
        lastPeriod = record.states.last?.period.description
        changed = alert.changed?.description
        acknowledgement = marks.acknowledgement(of: alert.rule, in: alert.area, opened: alert.opened).map(Mark.init)
        let groups = alert.toldRule?.groups ?? []
        silence = groups.lazy.compactMap { marks.silence(of: alert.rule, in: alert.area, for: $0) }.first.map(Mark.init)
    }

    /// The names of `cells`.
    public static let columns = ["state", "severity", "rule", "area", "since", "changed", "marks"]

    /// For a table in text.
    public var cells: [String] {
        let marks = [("acknowledged", acknowledgement), ("silenced", silence)].compactMap { name, mark in
            mark.map { "\(name) by \($0.by ?? "(erased)")" + ($0.until.map { " until \($0)" } ?? "") }
        }
        return [
            state, severity ?? "-", rule, areaName, since ?? "-", changed ?? "-",
            marks.isEmpty ? "-" : marks.joined(separator: "; "),
        ]
    }
}

extension Rule.Severity {
    /// The place in the order of severities, the least severe first.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
