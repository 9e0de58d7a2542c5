public import Measures

/// A transition as the store remembers it: with the as-of date of the run that learned of it.
public struct RecordedTransition: Sendable, Hashable {
    public var transition: Transition
    public var asOf: CalendarDate

    public init(_ transition: Transition, asOf: CalendarDate) {
        self.transition = transition
        self.asOf = asOf
    }
}
