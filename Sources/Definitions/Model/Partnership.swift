public import Diagnostics
public import Measures
public import ModuleKit

/// Who works together, where, and who hears of what: `partnership.yaml`.
public struct Partnership: Sendable {
    public var name: String
    public var geography: Geography
    public var audiences: [Audience]
    public var bodies: [Body]
    /// Reference tables that every priority may read, such as population.
    public var datasets: [DatasetContract]
    /// How notices go out.
    public var delivery: DeliveryPlan
    /// For how many months what was known on each day is kept in the store; nil for always.
    public var retentionMonths: Int?

    public init(
        name: String, geography: Geography, audiences: [Audience], bodies: [Body], datasets: [DatasetContract],
        delivery: DeliveryPlan = .folderOnly, retentionMonths: Int? = nil
    ) {
        self.delivery = delivery
        self.retentionMonths = retentionMonths
        self.name = name
        self.geography = geography
        self.audiences = audiences
        self.bodies = bodies
        self.datasets = datasets
    }

    public func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    public func audience(_ id: String) -> Audience? { audiences.first { $0.id == id } }
    /// The thematic groups, which get breach lists, in the order of the file.
    public var groups: [Body] { bodies.filter { $0.kind == .group } }
}

/// A thematic group or a board.
public struct Body: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Leads on an area of work, and gets a breach list.
        case group
        /// Oversees groups, and gets copies of their lists.
        case board
    }

    public var id: String
    public var title: String
    public var kind: Kind
    public var audience: String
    /// The bodies to which it reports, by id.
    public var reportsTo: [String]
    /// The days on which it meets, from the first to the last.
    public var meetings: [CalendarDate]
    /// Where it is defined; nil where it was not read from a file.
    public var span: SourceSpan?

    public init(
        id: String, title: String, kind: Kind, audience: String, reportsTo: [String], meetings: [CalendarDate] = [],
        span: SourceSpan? = nil
    ) {
        self.meetings = meetings
        self.span = span
        self.id = id
        self.title = title
        self.kind = kind
        self.audience = audience
        self.reportsTo = reportsTo
    }
}

extension Body {
    /// The day since which its pages tell what changed: its last meeting before the day that they stand on, or three months before that
    /// day where it has not met.
    public func lastMet(before day: CalendarDate) -> CalendarDate {
        meetings.last { $0 < day } ?? day.threeMonthsBefore
    }
}

extension CalendarDate {
    /// The same day of the month three months before, or that month's last where it is shorter.
    fileprivate var threeMonthsBefore: CalendarDate {
        let month = month.advanced(by: -3)
        return month.firstDay.advanced(byDays: min(dayOfMonth, month.days) - 1)
    }
}

/// A circle of readers, and what it may see.
public struct Audience: Sendable, Hashable {
    public var id: String
    public var title: String
    /// Counts from 1 up to this are withheld; 0 withholds none.
    public var withholdUpTo: Int
    /// Counts are rounded to a multiple of this; 1 rounds none.
    public var roundTo: Int
    /// A weighted index is withheld where one event could make up more than this share of it: 0.8 is 80%; nil withholds none for that.
    public var dominance: Double?

    public init(id: String, title: String, withholdUpTo: Int = 0, roundTo: Int = 1, dominance: Double? = nil) {
        self.dominance = dominance
        self.id = id
        self.title = title
        self.withholdUpTo = withholdUpTo
        self.roundTo = roundTo
    }
}
