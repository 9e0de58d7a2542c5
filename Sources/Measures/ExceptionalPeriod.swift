/// A stretch that no comparison crosses unmarked, such as 2020.
public struct ExceptionalPeriod: Sendable, Hashable {
    public var from: Month
    public var to: Month
    public var because: String
    public var by: String?

    public init(from: Month, to: Month, because: String, by: String?) {
        self.from = from
        self.to = to
        self.because = because
        self.by = by
    }

    public func touches(_ period: Period) -> Bool { from <= period.lastMonth && period.firstMonth <= to }
}
