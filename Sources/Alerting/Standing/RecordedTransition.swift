public import Measures

/// A transition as the store remembers it: with the as-of date of the run that learned of it.
public struct RecordedTransition: Sendable, Hashable {
    public var transition: Transition
    public var asOf: CalendarDate
    /// The run that recorded it, which sets apart the runs of one date; nil for the run that is at work.
    public var run: Int64?

    public init(_ transition: Transition, asOf: CalendarDate, run: Int64? = nil) {
        self.transition = transition
        self.asOf = asOf
        self.run = run
    }
}
