public import Measures

/// What a person said of alerts: that they know of one, that some are not to be told for a while, or a note.
public struct AlertMark: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Somebody knows of an alert and is at work on it. It ends with the alert.
        case acknowledgement
        /// Alerts that are listed and told by no notice until a day. That they recover is told all the same.
        case silence
        case note
        /// Something that is to be done in answer to an alert: what, by whom, and by which day. It stays until its outcome is told.
        case action
    }

    /// What ended a mark before its day.
    public struct End: Sendable, Hashable {
        /// From this day on it holds no more.
        public var day: CalendarDate
        /// Nil where the name was erased.
        public var author: String?

        public init(day: CalendarDate, author: String?) {
            self.day = day
            self.author = author
        }
    }

    /// What came of an action.
    public struct Outcome: Sendable, Hashable {
        public var day: CalendarDate
        /// Nil where the name was erased.
        public var author: String?
        /// Nil where they were erased.
        public var words: String?

        public init(day: CalendarDate, author: String?, words: String?) {
            self.day = day
            self.author = author
            self.words = words
        }
    }

    /// Counts up from 1 over all marks.
    public var id: Int64
    public var kind: Kind
    /// The rule, area and thematic group that it is about; nil for any. One at least is named.
    public var rule: String?
    public var area: AreaCode?
    public var group: String?
    /// The day from which it holds.
    public var day: CalendarDate
    /// The last day on which it holds, nil for no such day; of an action the day by which it is to be done.
    public var until: CalendarDate?
    /// Nil where the name was erased.
    public var author: String?
    /// Why, or what the note says, or what is to be done; nil where it was erased.
    public var words: String?
    public var end: End?
    /// Of an action, who is to do it; nil where the name was erased.
    public var owner: String?
    /// Of an action, nil where none is told yet.
    public var outcome: Outcome?

    public init(
        id: Int64, kind: Kind, rule: String? = nil, area: AreaCode? = nil, group: String? = nil, day: CalendarDate,
        until: CalendarDate? = nil, author: String?, words: String?, end: End? = nil, owner: String? = nil, outcome: Outcome? = nil
    ) {
        self.id = id
        self.kind = kind
        self.rule = rule
        self.area = area
        self.group = group
        self.day = day
        self.until = until
        self.author = author
        self.words = words
        self.end = end
        self.owner = owner
        self.outcome = outcome
    }

    /// Whether it holds on a day. An action does until its outcome is told, also when it is overdue.
    public func holds(on asOf: CalendarDate) -> Bool {
        guard kind != .action else { return day <= asOf && (outcome.map { asOf < $0.day } ?? true) }
        return day <= asOf && (until.map { asOf <= $0 } ?? true) && (end.map { asOf < $0.day } ?? true)
    }

    /// Whether its last day has passed since the last run on an earlier date, so that this date's run has to say so. What was
    /// ended by hand is no news: somebody knows.
    public func hasExpired(on asOf: CalendarDate, since previous: CalendarDate?) -> Bool {
        guard kind != .note, let until, until < asOf, end.map({ until < $0.day }) ?? true,
            outcome.map({ until < $0.day }) ?? true
        else { return false }
        return (previous ?? day) <= until
    }

    /// Whether it is an action whose day has passed without an outcome.
    public func isOverdue(on asOf: CalendarDate) -> Bool {
        kind == .action && holds(on: asOf) && (until.map { $0 < asOf } ?? false)
    }

    /// Whether it speaks of a rule's alert for an area, as a group hears of it.
    ///
    /// - Parameter groups: the groups that hear of it.
    public func speaks(of rule: String, in area: AreaCode, to groups: [String]) -> Bool {
        (self.rule == nil || self.rule == rule) && (self.area == nil || self.area == area)
            && (group.map(groups.contains) ?? true)
    }
}
