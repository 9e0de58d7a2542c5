/// A month from which a figure is counted otherwise than before: a changed recording rule, or a changed definition.
public struct DefinitionStep: Sendable, Hashable {
    public var at: Month
    public var because: String
    public var by: String?

    public init(at: Month, because: String, by: String? = nil) {
        self.at = at
        self.because = because
        self.by = by
    }

    /// Whether a comparison of the two periods crosses it, or one of them holds it within itself.
    public func parts(_ period: Period, from other: Period) -> Bool {
        let (earlier, later) = period < other ? (period, other) : (other, period)
        return earlier.firstMonth < at && at <= later.lastMonth
    }
}
