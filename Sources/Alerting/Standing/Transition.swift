public import Measures

/// A step in an alert's life: in this period it came into, or stayed in, this state.
public struct Transition: Sendable, Hashable {
    public var rule: String
    public var area: AreaCode
    public var period: Period
    public var state: AlertState
    /// The rule's compiled meaning: an edit that keeps it keeps the alert.
    public var meaning: String

    public init(rule: String, area: AreaCode, period: Period, state: AlertState, meaning: String) {
        self.rule = rule
        self.area = area
        self.period = period
        self.state = state
        self.meaning = meaning
    }
}
