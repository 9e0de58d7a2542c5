/// The result of an instruction for one area and period.
///
/// Every result is an interval in which the true value lies: a point for an exact figure, the rounding for a rounded one.
/// A truth value is an interval too: [1, 1] true, [0, 0] false, [0, 1] unknown; so Kleene's `and` is the lesser of both ends, `or` the
/// greater, and `not` turns it round. A figure of which nothing is known may be anything, and says why.
struct Cell: Sendable, Equatable {
    /// The value to show; within the bounds.
    var value: Double
    var low: Double
    var high: Double
    /// Why it isn't settled: the raw value of an `AbsenceReason`, 0 where there is none.
    var reason: UInt8

    static func exact(_ value: Double) -> Cell { Cell(value: value, low: value, high: value, reason: 0) }

    /// A figure that isn't there.
    static func absent(_ reason: AbsenceReason) -> Cell {
        Cell(value: 0, low: -.infinity, high: .infinity, reason: reason.rawValue)
    }

    static func truth(_ value: Bool) -> Cell { exact(value ? 1 : 0) }

    static func unknown(_ reason: AbsenceReason) -> Cell { Cell(value: 0, low: 0, high: 1, reason: reason.rawValue) }

    /// A truth value from its two ends, with the reason told only where they differ.
    static func between(_ low: Double, _ high: Double, _ reason: UInt8) -> Cell {
        low == high ? exact(low) : Cell(value: 0, low: 0, high: 1, reason: reason)
    }

    /// Whether a figure isn't there at all. One that others' absence leaves open (a rank among areas of which some are missing) has a
    /// reason and bounds.
    var isAbsent: Bool { reason != 0 && low == -.infinity && high == .infinity }

    /// The result as a truth value.
    var truth: Truth {
        if low == 1 { return .isTrue }
        if high == 0 { return .isFalse }
        return .unknown(AbsenceReason(rawValue: reason) ?? .borderline)
    }

    /// The reason told first of two; 0 where there is none.
    static func first(_ left: UInt8, _ right: UInt8) -> UInt8 {
        left == 0 ? right : right == 0 ? left : min(left, right)
    }
}
