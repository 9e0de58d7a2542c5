import Alerting
import Definitions
import Measures
import Reporting

/// What readers are told of open alerts that nobody judges any more, or that go on under another id: in the list of the rule's
/// priority, or, where the rule is gone, in every list.
struct ClosingNotes {
    private let definitions: Definitions

    init(_ definitions: Definitions) {
        self.definitions = definitions
    }

    func notes(of advance: Advance) -> [ConsistencyNote] {
        advance.closed.flatMap { alert in
            notes(alert.rule, alert.area, alert.since, "was closed: " + Self.words(alert.reason))
        }
            + advance.renamed.flatMap { alert in
                notes(
                    alert.rule, alert.area, alert.since,
                    "goes on under its rule's new id: \(alert.rule), which was \(alert.formerRule)")
            }
    }

    private func notes(_ rule: String, _ code: AreaCode, _ since: Period, _ end: String) -> [ConsistencyNote] {
        let area = definitions.partnership.geography.area(code)?.name ?? code.rawValue
        let owners = definitions.priorities.filter { $0.rules.contains { $0.id == rule } }
        return (owners.isEmpty ? definitions.priorities : owners).map { priority in
            let title = priority.rules.first { $0.id == rule }?.title ?? rule
            return ConsistencyNote(
                priority: priority.id, words: "the alert \"\(title)\" for \(area), open since \(since.title), \(end)")
        }
    }

    private static func words(_ reason: ClosedAlert.Reason) -> String {
        switch reason {
        case .ruleRemoved: "its rule was removed"
        case .ruleEdited: "its rule was edited and means something else now"
        case .areaGone: "its rule judges the area no more"
        }
    }
}
