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
    /// What is to be done in answer to it, and what came of that.
    public var actions: [Action]

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

    /// What is to be done, by whom and until when, and what came of it.
    public struct Action: Sendable, Encodable {
        public var mark: Int64
        /// Each nil where it was erased.
        public var what: String?
        public var owner: String?
        public var by: String?
        public var due: String?
        /// The day on which the outcome was told, and the outcome; nil as long as none is, or where it was erased.
        public var done: String?
        public var outcome: String?
        public var isOverdue: Bool

        init(_ told: AlertMark, asOf: CalendarDate) {
            mark = told.id
            what = told.words
            owner = told.owner
            by = told.author
            due = told.until?.description
            done = told.outcome?.day.description
            outcome = told.outcome?.words
            isOverdue = told.isOverdue(on: asOf)
        }

        /// `action 3 (Ann, due 2024-07-01, overdue): send patrols`
        var line: String {
            let facts = [owner ?? "(erased)", due.map { "due \($0)" }, isOverdue ? "overdue" : nil].compactMap(\.self)
            return "action \(mark) (\(facts.joined(separator: ", "))): \(what ?? "(erased)")"
                + (done.map { "; done \($0): \(outcome ?? "(erased)")" } ?? "")
        }
    }

    init(_ alert: StoredAlert, _ marks: AlertMarks, asOf: CalendarDate) {
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
        actions = marks.actions(on: alert.rule, in: alert.area, opened: alert.opened).map { Action($0, asOf: asOf) }
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
        let open = actions.count { $0.done == nil }
        let overdue = actions.count(where: \.isOverdue)
        let acts = open == 0 ? [] : ["\(open) \(open == 1 ? "action" : "actions")" + (overdue == 0 ? "" : ", \(overdue) overdue")]
        return [
            state, severity ?? "-", rule, areaName, since ?? "-", changed ?? "-",
            marks + acts == [] ? "-" : (marks + acts).joined(separator: "; "),
        ]
    }
}

extension Rule.Severity {
    /// The place in the order of severities, the least severe first.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
