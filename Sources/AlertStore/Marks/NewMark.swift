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

    /// Whether a stored mark says all of this, and holds on its day; notes and actions have to be of the same day.
    func isSaid(by mark: AlertMark, of opened: CalendarDate?) -> Bool {
        guard kind == mark.kind, rule == mark.rule, area == mark.area, group == mark.group, until == mark.until,
            author == mark.author, words == mark.words, owner == mark.owner, mark.holds(on: day)
        else { return false }
        return switch kind {
        case .acknowledgement: opened.map { $0 <= mark.day } ?? true
        case .silence: true
        case .note, .action: day == mark.day
        }
    }
}
