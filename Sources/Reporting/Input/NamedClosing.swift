public import Alerting
public import Definitions
public import Measures

/// An alert that was open and that nobody judges any more, as its rule and area were last called.
public struct NamedClosing: Sendable, Hashable {
    public var alert: ClosedAlert
    public var title: String
    public var severity: Rule.Severity?
    /// The priority, by id.
    public var priority: String?
    public var owner: String?
    /// The thematic groups that heard of it, by id.
    public var groups: [String]
    public var areaName: String
    public var level: AreaLevel?

    public init(
        _ alert: ClosedAlert, title: String, severity: Rule.Severity? = nil, priority: String? = nil, owner: String? = nil,
        groups: [String], areaName: String, level: AreaLevel? = nil
    ) {
        self.alert = alert
        self.title = title
        self.severity = severity
        self.priority = priority
        self.owner = owner
        self.groups = groups
        self.areaName = areaName
        self.level = level
    }
}
