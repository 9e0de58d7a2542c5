import AlertStore
import Alerting
import Measures

/// A mark in one line, as `beacon alerts marks` tells it.
public struct MarkSummary: Sendable, Encodable {
    public var mark: Int64
    public var kind: String
    public var rule: String?
    public var area: String?
    public var areaName: String?
    public var group: String?
    public var from: String
    public var until: String?
    /// Absent where it was erased.
    public var by: String?
    public var because: String?
    /// Of an action, who is to do it, and what came of it.
    public var owner: String?
    public var outcome: String?
    /// `holds`, `ended`, `ran out`, or `to come`; of an action `open`, `overdue` or `done`.
    public var state: String
    /// Who ended it.
    public var endedBy: String?
    /// Whether it was made by what was just said, and did not stand before.
    var isNew = true

    private enum CodingKeys: String, CodingKey {
        case mark, kind, rule, area, areaName, group, from, until, by, because, owner, outcome, state, endedBy
    }

    init(_ told: AlertMark, names: KnownNames, asOf: CalendarDate) {
        mark = told.id
        kind = told.kind.rawValue
        rule = told.rule
        area = told.area?.rawValue
        areaName = told.area.flatMap { code in names.areas.first { $0.area == code }?.name }
        group = told.group
        from = told.day.description
        until = told.until?.description
        by = told.author
        because = told.words
        endedBy = told.end?.author
        owner = told.owner
        outcome = told.outcome.map { $0.words ?? "(erased)" }
        state =
            if told.kind == .action, told.day <= asOf {
                told.isOverdue(on: asOf) ? "overdue" : told.holds(on: asOf) ? "open" : "done"
            } else if let end = told.end, end.day <= asOf {
                "ended"
            } else if let until = told.until, until < asOf {
                "ran out"
            } else {
                told.day > asOf ? "to come" : "holds"
            }
    }

    /// `violence_rise, North, violence-group`
    var subject: String { [rule, areaName ?? area, group].compactMap(\.self).joined(separator: ", ") }

    /// The names of `cells`.
    public static let columns = ["mark", "kind", "of", "from", "until", "state", "by", "because"]

    /// For a table in text.
    public var cells: [String] {
        [
            String(mark), kind, subject, from, until ?? "-", state, by ?? "(erased)", (owner.map { "\($0): " } ?? "") + (because ?? "(erased)") + (outcome.map { " → \($0)" } ?? ""),
        ]
    }

    /// In a sentence, when it was made.
    public var sentence: String {
        "\(kind) \(mark) of \(subject) from \(from)" + (until.map { " until \($0)" } ?? "")
            + (isNew ? "" : " already stands")
    }
}
