public import Measures

/// The marks that a run on a date has to do with.
public struct AlertMarks: Sendable {
    private let marks: [AlertMark]
    private let asOf: CalendarDate
    private let previous: CalendarDate?

    /// - Parameters:
    ///   - marks: all of them, oldest first.
    ///   - previous: the as-of date of the last run on an earlier date.
    public init(_ marks: [AlertMark] = [], asOf: CalendarDate, previous: CalendarDate? = nil) {
        self.marks = marks
        self.asOf = asOf
        self.previous = previous
    }

    /// The acknowledgement of an alert, the last one made. It is of the episode that stood when it was made: an alert that has opened
    /// anew since is not known to anybody.
    ///
    /// - Parameter opened: the as-of date on which the alert was first told as it stands; nil where none is open.
    public func acknowledgement(of rule: String, in area: AreaCode, opened: CalendarDate?) -> AlertMark? {
        guard let opened else { return nil }
        return marks.last {
            $0.kind == .acknowledgement && $0.speaks(of: rule, in: area, to: []) && opened <= $0.day && $0.holds(on: asOf)
        }
    }

    /// The silence over an alert as a group hears of it: of several the one that lasts longest.
    public func silence(of rule: String, in area: AreaCode, for group: String) -> AlertMark? {
        marks.filter { $0.kind == .silence && $0.speaks(of: rule, in: area, to: [group]) && $0.holds(on: asOf) }
            .max { ($0.until ?? .distant) < ($1.until ?? .distant) }
    }

    /// The actions in answer to an alert, oldest first: those of the episode that stands, and earlier ones whose outcome nobody has told.
    ///
    /// - Parameter opened: the as-of date on which the alert was first told as it stands; nil where none is open.
    public func actions(on rule: String, in area: AreaCode, opened: CalendarDate?) -> [AlertMark] {
        marks.filter { mark in
            mark.kind == .action && mark.speaks(of: rule, in: area, to: []) && mark.day <= asOf
                && (mark.holds(on: asOf) || opened.map { $0 <= mark.day } == true)
        }
    }

    /// The marks that have run out since the last run on an earlier date.
    public var expired: [AlertMark] { marks.filter { $0.hasExpired(on: asOf, since: previous) } }
}

extension CalendarDate {
    fileprivate static var distant: CalendarDate { CalendarDate(daysSince1970: .max) }
}
