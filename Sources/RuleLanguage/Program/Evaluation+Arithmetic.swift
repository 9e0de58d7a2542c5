extension Evaluation {
    /// Two figures closer than this part of their size are equal: it is far under any figure's precision, and keeps
    /// 110 over 100 from being over 10% by the last binary digit.
    private static let tolerance = 1e-9

    static func compare(_ comparison: BinaryOperator, _ left: Cell, _ right: Cell) -> Cell {
        if left.isAbsent || right.isAbsent {
            let reason = Cell.first(left.isAbsent ? left.reason : 0, right.isAbsent ? right.reason : 0)
            return .between(0, 1, reason)
        }
        // A figure with bounds is open by its rounding, or by what left it open.
        let open = Cell.first(left.reason, right.reason)
        let borderline = open == 0 ? AbsenceReason.borderline.rawValue : open
        switch comparison {
        case .greater:
            return .between(isOver(left.low, right.high) ? 1 : 0, isOver(left.high, right.low) ? 1 : 0, borderline)
        case .less: return .between(isOver(right.low, left.high) ? 1 : 0, isOver(right.high, left.low) ? 1 : 0, borderline)
        case .lessOrEqual:
            return .between(isOver(left.high, right.low) ? 0 : 1, isOver(left.low, right.high) ? 0 : 1, borderline)
        case .greaterOrEqual:
            return .between(isOver(right.high, left.low) ? 0 : 1, isOver(right.low, left.high) ? 0 : 1, borderline)
        case .equal: return equality(left, right, borderline)
        default:
            let equal = equality(left, right, borderline)
            return .between(1 - equal.high, 1 - equal.low, equal.reason)
        }
    }

    private static func equality(_ left: Cell, _ right: Cell, _ reason: UInt8) -> Cell {
        let apart = isOver(left.low, right.high) || isOver(right.low, left.high)
        let same = left.low == left.high && right.low == right.high && !apart
        return .between(same ? 1 : 0, apart ? 0 : 1, reason)
    }

    static func isOver(_ left: Double, _ right: Double) -> Bool {
        guard left > right else { return false }
        guard left.isFinite, right.isFinite else { return true }
        return left - right > tolerance * max(abs(left), abs(right))
    }

    static func arithmetic(_ operation: BinaryOperator, _ left: Cell, _ right: Cell) -> Cell {
        if left.isAbsent || right.isAbsent {
            let reason = Cell.first(left.isAbsent ? left.reason : 0, right.isAbsent ? right.reason : 0)
            return .absent(AbsenceReason(rawValue: reason) ?? .missing)
        }
        return joined(operation, left, right).open(by: Cell.first(left.reason, right.reason))
    }

    private static func joined(_ operation: BinaryOperator, _ left: Cell, _ right: Cell) -> Cell {
        switch operation {
        case .plus:
            return finite(
                difference(left.value, -right.value), difference(left.low, -right.low), difference(left.high, -right.high))
        case .minus:
            return finite(
                difference(left.value, right.value), difference(left.low, right.high), difference(left.high, right.low))
        case .times:
            return spanning(
                left.value * right.value, left.low * right.low, left.low * right.high, left.high * right.low,
                left.high * right.high)
        default:
            // Over an interval that holds zero there is no quotient.
            guard right.low > 0 || right.high < 0 else { return .absent(.noValue) }
            return spanning(
                left.value / right.value, left.low / right.low, left.low / right.high, left.high / right.low,
                left.high / right.high)
        }
    }

    /// The difference of two figures, where one that lies in the last binary digits alone is none: 0.1 + 0.2 − 0.3 is not
    /// over zero, and equal daily rates are no change.
    static func difference(_ left: Double, _ right: Double) -> Double {
        let difference = left - right
        return abs(difference) <= 1e-12 * max(abs(left), abs(right)) && difference.isFinite ? 0 : difference
    }

    private static func spanning(_ value: Double, _ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Cell {
        // One end without a value leaves the whole without: `min` and `max` would pass it over.
        guard !(a.isNaN || b.isNaN || c.isNaN || d.isNaN) else { return .absent(.noValue) }
        return finite(value, min(min(a, b), min(c, d)), max(max(a, b), max(c, d)))
    }

    /// A change from none is infinite, and arithmetic with it may have no value.
    private static func finite(_ value: Double, _ low: Double, _ high: Double) -> Cell {
        guard !value.isNaN, !low.isNaN, !high.isNaN else { return .absent(.noValue) }
        return Cell(value: value, low: low, high: high, reason: 0)
    }
}

extension Cell {
    /// A figure that is there, marked with what left one of its parts open.
    fileprivate func open(by reason: UInt8) -> Cell {
        self.reason == 0 ? Cell(value: value, low: low, high: high, reason: reason) : self
    }
}
