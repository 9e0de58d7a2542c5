import Measures

/// The scale of values: round ticks that hold zero and every value drawn.
///
/// Zero is always on the axis, so that the height of a line never exaggerates.
struct ValueAxis: Sendable, Hashable {
    /// Beyond this a figure has no place on a chart.
    static let greatest = 1e15
    /// Under this a spread is none.
    static let least = 1e-9

    let unit: Unit
    /// Ascending, at least two.
    let ticks: [Double]
    /// Decimal places that tell two ticks apart, in the scale that is shown.
    let places: Int

    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    static func holds(_ value: Double) -> Bool { value.isFinite && abs(value) <= greatest }

    /// - Parameters:
    ///   - values: all that will be drawn; those without a place are passed over.
    ///   - intervals: the most steps wished for over the whole span; an axis with both signs may have one more.
    init(holding values: [Double], unit: Unit, intervals: Int = 5) {
        let drawn = values.filter(ValueAxis.holds)
        var low = drawn.reduce(0, min)
        var high = drawn.reduce(0, max)
        if high - low < ValueAxis.least { (low, high) = (0, ValueAxis.emptySpan(unit)) }
        let step = Step(atLeast: (high - low) / Double(intervals), whole: unit == .count)
        let first = Int((low / step.value + 1e-9).rounded(.down))
        let last = Int((high / step.value - 1e-9).rounded(.up))
        self.unit = unit
        ticks = (first...max(last, first + 1)).map(step.multiple)
        places = max(0, -(step.exponent + ValueAxis.shownExponent(unit)))
    }

    /// The tick as the axis writes it: what the unit needs beside the number, unless the caption says it.
    func text(_ tick: Double) -> String {
        switch unit {
        case .percent: "\(DecimalText.grouped(tick * 100, places: places))%"
        case .change: "\(signed(tick))%"
        case .points: signed(tick)
        case .money: tick < 0 ? "\u{2212}£\(number(-tick))" : "£\(number(tick))"
        case .count, .rate, .index, .days: number(tick)
        }
    }

    /// The words over the axis, for units that the ticks do not tell.
    var caption: String? {
        switch unit {
        case .rate, .points, .index, .days: unit.description
        case .count, .percent, .change, .money: nil
        }
    }

    private func number(_ value: Double) -> String { DecimalText.grouped(value, places: places) }

    private func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + DecimalText.grouped(value * 100, places: places)
    }

    private static func emptySpan(_ unit: Unit) -> Double {
        switch unit {
        case .percent, .change, .points: 0.1
        case .count, .rate, .index, .money, .days: 1
        }
    }

    /// Fractions are shown as hundredths.
    private static func shownExponent(_ unit: Unit) -> Int {
        switch unit {
        case .percent, .change, .points: 2
        case .count, .rate, .index, .money, .days: 0
        }
    }
}
