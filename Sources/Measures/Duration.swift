/// A length of time in whole units of the calendar: `12 months`, `45 days`.
public struct Duration: Sendable, Hashable {
    public var count: Int
    public var unit: TimeUnit

    public init(_ count: Int, _ unit: TimeUnit) {
        self.count = count
        self.unit = unit
    }
}

/// A unit of the calendar.
public enum TimeUnit: String, Sendable, Hashable, CaseIterable {
    case day, month, quarter, year
}

extension Duration: CustomStringConvertible {
    public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

extension Grain {
    /// How many successive periods make up a duration; nil where it isn't a whole number of them, for days, and
    /// for grains whose periods overlap.
    public func steps(in duration: Duration) -> Int? {
        guard !overlaps, let months = duration.months, months > 0, months % monthsApart == 0 else { return nil }
        return months / monthsApart
    }
}
