public import Definitions

/// What readers are told of a rule: enough to name its alerts without the definitions.
public struct ToldRule: Sendable, Hashable {
    /// The rule's id.
    public var rule: String
    public var title: String
    /// The priority, by id.
    public var priority: String
    public var severity: Rule.Severity
    public var owner: String?
    /// The thematic groups that hear of it, by id.
    public var groups: [String]

    public init(
        rule: String, title: String, priority: String, severity: Rule.Severity, owner: String? = nil, groups: [String]
    ) {
        self.rule = rule
        self.title = title
        self.priority = priority
        self.severity = severity
        self.owner = owner
        self.groups = groups
    }

    public init(_ rule: Rule) {
        self.init(
            rule: rule.id, title: rule.title, priority: rule.priority, severity: rule.severity, owner: rule.owner,
            groups: rule.groups)
    }
}
