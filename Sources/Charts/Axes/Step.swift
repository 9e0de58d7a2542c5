/// A round step: 1, 2 or 5 times a power of ten.
struct Step: Sendable, Hashable {
    let digit: Int
    let exponent: Int

    /// The smallest round step that is not under `least` (positive).
    ///
    /// - Parameter whole: whether the step may not be under 1, for things that are counted.
    init(atLeast least: Double, whole: Bool) {
        // A step that a binary fraction puts a hair under its decimal is still that step.
        let wanted = least * (1 - 1e-9)
        var exponent = 0
        while Step.multiple(1, digit: 10, exponent: exponent) < wanted { exponent += 1 }
        while !whole && Step.multiple(1, digit: 1, exponent: exponent) >= wanted { exponent -= 1 }
        var found = (digit: 1, exponent: exponent + 1)
        for digit in [1, 2, 5] where Step.multiple(1, digit: digit, exponent: exponent) >= wanted {
            found = (digit, exponent)
            break
        }
        (digit, self.exponent) = found
    }

    var value: Double { multiple(1) }

    /// So many steps; dividing by the power of ten, not multiplying by its inverse, gives the decimal's own double.
    func multiple(_ count: Int) -> Double { Step.multiple(count, digit: digit, exponent: exponent) }

    private static func multiple(_ count: Int, digit: Int, exponent: Int) -> Double {
        let number = Double(count * digit)
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? number / power : number * power
    }
}
