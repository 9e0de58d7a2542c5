import AlertStore
public import Alerting
public import Definitions
import Measures

/// Which alerts are asked for. Of several values of one kind any will do; an empty list asks for nothing in particular.
public struct AlertFilter: Sendable {
    /// By id.
    public var rules: [String] = []
    /// By code or name.
    public var areas: [String] = []
    public var groups: [String] = []
    public var priorities: [String] = []
    public var severities: [Rule.Severity] = []
    public var states: [AlertState] = []
    /// Only those that are firing or recovering.
    public var isOpenOnly = false

    public init() {}

    func admits(_ alert: StoredAlert) -> Bool {
        let state = alert.record.state
        func matches<Value: Equatable>(_ wanted: [Value], _ value: Value?) -> Bool {
            wanted.isEmpty || value.map(wanted.contains) == true
        }
        return matches(rules, alert.rule) && matches(priorities, alert.toldRule?.priority)
            && matches(severities, alert.toldRule?.severity) && matches(states, state)
            && (areas.isEmpty || areas.contains { alert.lies(in: $0) })
            && (groups.isEmpty || !Set(groups).isDisjoint(with: alert.toldRule?.groups ?? []))
            && (!isOpenOnly || state.isOpen)
    }

    /// A name that no run ever told of is a slip of the hand, not a filter without results.
    func check(against names: KnownNames) throws(RunFailure) {
        for rule in rules { try names.check("rule", rule, among: names.rules) }
        for priority in priorities { try names.check("priority", priority, among: names.priorities) }
        for group in groups { try names.check("group", group, among: names.groups) }
        for area in areas where names.area(area) == nil { throw .unknown("area", area, among: names.areaNames) }
    }
}

extension StoredAlert {
    /// Whether a person may mean the alert's area by a code or name.
    func lies(in name: String) -> Bool {
        area.rawValue == name || toldArea?.name.lowercased() == name.lowercased()
    }
}
