/// A number with its unit.
public struct Quantity: Sendable, Hashable {
    /// In the unit's own scale: percents, changes and points are fractions.
    public var value: Double
    public var unit: Unit

    public init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }
}

extension Quantity: CustomStringConvertible {
    /// For a reader: `1,038`, `67%`, `+9.6%`, `−3 points`, `62.4 per billion vehicle miles`, `£5,000`, `12 days`.
    /// Counts that are not whole get one decimal place; percents, changes and points one; rates one, and two under 10.
    /// A change that is infinite is a change from zero, told as `from none`.
    public var description: String {
        switch unit {
        case .count: DecimalText.shortest(value, upTo: 1)
        case .percent: "\(DecimalText.shortest(value * 100, upTo: 1))%"
        case .change: value == .infinity ? "from none" : "\(signed(value * 100))%"
        case .points: "\(signed(value * 100)) \(abs(value) == 0.01 ? "point" : "points")"
        case .rate: "\(number) \(unit)"
        case .index: DecimalText.shortest(value, upTo: 2)
        case .money:
            value < 0 ? "\u{2212}£\(DecimalText.shortest(-value, upTo: 2))" : "£\(DecimalText.shortest(value, upTo: 2))"
        case .days: "\(DecimalText.shortest(value, upTo: 1)) \(value == 1 ? "day" : "days")"
        }
    }

    /// The number alone, without the words of a rate's unit, for a table whose heading names the unit.
    public var number: String {
        if case .rate = unit { return DecimalText.shortest(value, upTo: abs(value) < 10 ? 2 : 1) }
        return description
    }

    private func signed(_ value: Double) -> String {
        let text = DecimalText.shortest(value, upTo: 1)
        return value > 0 && text != "0" ? "+\(text)" : text
    }
}
