import AlertStore
import Alerting
import Measures

/// One thing that was recorded of alerts, as `beacon alerts history` tells it: a state, or what a person did.
public struct AlertEvent: Sendable, Encodable {
    /// The as-of date of the run that recorded it, or the day from which the mark holds.
    public var date: String
    public var run: Int64?
    public var rule: String?
    public var area: String?
    public var areaName: String?
    public var group: String?
    /// What happened, in one word: a state, or what was done.
    public var event: String
    public var period: String?
    /// Of what a person did: the mark that it is about, until when it holds, who did it and why.
    public var mark: Int64?
    public var until: String?
    /// Of an action, who is to do it.
    public var owner: String?
    public var by: String?
    public var because: String?

    init(_ step: StoredAlert.Step, of alert: StoredAlert) {
        date = step.asOf.description
        run = step.run.rawValue
        rule = alert.rule
        area = alert.area.rawValue
        areaName = alert.toldArea?.name ?? alert.area.rawValue
        event = step.transition.state.rawValue
        period = step.transition.period.description
    }

    init(_ told: MarkEvent, areaNames: [AreaCode: String]) {
        date = told.day.description
        rule = told.mark.rule
        area = told.mark.area?.rawValue
        areaName = told.mark.area.map { areaNames[$0] ?? $0.rawValue }
        group = told.mark.group
        mark = told.mark.id
        by = told.author
        because = told.words
        switch told.what {
        case .made(.acknowledgement): event = "acknowledged"
        case .made(.silence): event = "silenced"
        case .made(.note): event = "note"
        case .made(.action): event = "action"
        case .answered: event = "outcome"
        case .ended: event = "ended"
        case .erased(let part, _): event = "\(part.rawValue) erased"
        }
        if case .made = told.what {
            until = told.mark.until?.description
            owner = told.mark.owner
        }
    }

    /// All that was recorded of some alerts, in the order in which it was.
    static func history(of alerts: [StoredAlert], _ marks: [MarkEvent], _ places: [RunID: Int]) -> [AlertEvent] {
        let names = Dictionary(
            alerts.compactMap { alert in alert.toldArea.map { (alert.area, $0.name) } },
            uniquingKeysWith: { first, _ in first })
        let steps = alerts.flatMap { alert in
            alert.steps.map { (place: places[$0.run] ?? 0, event: AlertEvent($0, of: alert)) }
        }
        let said = marks.filter { told in
            alerts.contains { told.mark.speaks(of: $0.rule, in: $0.area, to: $0.toldRule?.groups ?? []) }
        }.map { (place: $0.place, event: AlertEvent($0, areaNames: names)) }
        return (steps + said).enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element.event)
    }

    /// `firing in 2024 Q1`, `acknowledged by Ann until 2024-07-01: patrols sent (mark 2)`
    var words: String {
        guard let mark else { return event + (period.map { " in \($0)" } ?? "") }
        let text = because ?? (event == "ended" ? nil : "(erased)")
        return "\(event) by \(by ?? "(erased)")" + (owner.map { " for \($0)" } ?? "") + (until.map { " until \($0)" } ?? "") + (text.map { ": \($0)" } ?? "")
            + " (mark \(mark))"
    }

    /// The names of `cells`.
    public static let columns = ["as of", "rule", "area", "what"]

    /// For a table in text.
    public var cells: [String] {
        [date, rule ?? "(any)", areaName ?? "(any)", (group.map { "for \($0): " } ?? "") + words]
    }
}
