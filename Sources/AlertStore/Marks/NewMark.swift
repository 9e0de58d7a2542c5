public import Alerting
public import Measures

/// What a person is about to say of alerts.
public struct NewMark: Sendable, Hashable {
    public var kind: AlertMark.Kind
    public var rule: String?
    public var area: AreaCode?
    public var group: String?
    /// The day from which it holds.
    public var day: CalendarDate
    public var until: CalendarDate?
    public var author: String
    public var words: String
    /// Of an action, who is to do it.
    public var owner: String?

    public init(
        _ kind: AlertMark.Kind, rule: String? = nil, area: AreaCode? = nil, group: String? = nil, day: CalendarDate,
        until: CalendarDate? = nil, author: String, words: String, owner: String? = nil
    ) {
        self.kind = kind
        self.rule = rule
        self.area = area
        self.group = group
        self.day = day
        self.until = until
        self.author = author
        self.words = words
        self.owner = owner
    }
}
