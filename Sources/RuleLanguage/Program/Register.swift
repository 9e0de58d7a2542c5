/// The results of one instruction, one for each cell of the frame.
///
/// Every result is an interval in which the true value lies: a point for an exact figure, the rounding for a rounded one.
/// A truth value is an interval too: [1, 1] true, [0, 0] false, [0, 1] unknown; so Kleene's `and` is the lesser of both ends, `or` the
/// greater, and `not` turns it round. A cell that isn't settled says why; a figure with a reason other than borderline has no
/// value at all.
struct Register: Sendable {
    /// The value to show; within the bounds.
    var value: ContiguousArray<Double>
    var low: ContiguousArray<Double>
    var high: ContiguousArray<Double>
    /// Raw values of `AbsenceReason`; 0 where there is none.
    var reason: ContiguousArray<UInt8>

    init(count: Int) {
        value = ContiguousArray(repeating: 0, count: count)
        low = value
        high = value
        reason = ContiguousArray(repeating: 0, count: count)
    }

    mutating func set(_ cell: Int, _ cellValue: Cell) {
        value[cell] = cellValue.value
        low[cell] = cellValue.low
        high[cell] = cellValue.high
        reason[cell] = cellValue.reason
    }

    subscript(cell: Int) -> Cell {
        Cell(value: value[cell], low: low[cell], high: high[cell], reason: reason[cell])
    }

    func truth(_ cell: Int) -> Truth {
        if low[cell] == 1 { return .isTrue }
        if high[cell] == 0 { return .isFalse }
        return .unknown(AbsenceReason(rawValue: reason[cell]) ?? .borderline)
    }
}

/// One result.
struct Cell: Sendable {
    var value: Double
    var low: Double
    var high: Double
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

    var isAbsent: Bool { reason != 0 && reason != AbsenceReason.borderline.rawValue }

    /// The reason told first of two; 0 where there is none.
    static func first(_ left: UInt8, _ right: UInt8) -> UInt8 {
        left == 0 ? right : right == 0 ? left : min(left, right)
    }
}
