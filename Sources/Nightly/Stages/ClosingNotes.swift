import AlertStore
import Alerting
import Definitions
import Measures
import Reporting

/// What readers are told of open alerts that nobody judges any more, or that go on under another id: in the list of the rule's
/// priority, or, where the rule is gone, in every list.
struct ClosingNotes {
    private let definitions: Definitions
    /// How rules and areas were last called.
    private let rules: [String: ToldRule]
    private let areas: [AreaCode: ToldArea]

    init(_ definitions: Definitions, _ told: (rules: [ToldRule], areas: [ToldArea])) {
        self.definitions = definitions
        rules = Dictionary(told.rules.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
        areas = Dictionary(told.areas.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func named(_ closed: [ClosedAlert]) -> [NamedClosing] {
        closed.map { alert in
            let (rule, area) = (rules[alert.rule], areas[alert.area])
            return NamedClosing(
                alert, title: rule?.title ?? alert.rule, severity: rule?.severity, priority: rule?.priority,
                owner: rule?.owner,
                groups: rule?.groups ?? [], areaName: area?.name ?? alert.area.rawValue, level: area?.level)
        }
    }

    func notes(of advance: Advance) -> [ConsistencyNote] {
        advance.closed.flatMap { alert in
            notes(alert.rule, alert.area, alert.since, "was closed: " + alert.reason.words)
        }
            + advance.renamed.flatMap { alert in
                notes(
                    alert.rule, alert.area, alert.since,
                    "goes on under its rule's new id: \(alert.rule), which was \(alert.formerRule)")
            }
    }

    private func notes(_ rule: String, _ code: AreaCode, _ since: Period, _ end: String) -> [ConsistencyNote] {
        let area = definitions.partnership.geography.area(code)?.name ?? areas[code]?.name ?? code.rawValue
        let owners = definitions.priorities.filter { $0.rules.contains { $0.id == rule } }
        return (owners.isEmpty ? definitions.priorities : owners).map { priority in
            let title = priority.rules.first { $0.id == rule }?.title ?? rules[rule]?.title ?? rule
            return ConsistencyNote(
                priority: priority.id, words: "the alert \"\(title)\" for \(area), open since \(since.title), \(end)")
        }
    }
}
