import Measures

/// Where a reading lies on a chart.
enum PlottedReading: Sendable, Hashable {
    case on(ChartFigure)
    /// Over every axis: a change from zero.
    case above(ChartFigure)
    case absent(because: String)

    /// The figure, where it has a height.
    var figure: ChartFigure? {
        if case .on(let figure) = self { figure } else { nil }
    }
}

extension ChartPoint.Reading {
    func plotted(in unit: Unit) -> PlottedReading {
        switch self {
        case .absent(let reason): .absent(because: reason)
        case .figure(let figure) where ValueAxis.holds(figure.value): .on(figure)
        case .figure(let figure) where figure.value == .infinity && unit == .change: .above(figure)
        case .figure: .absent(because: "no figure")
        }
    }
}

extension ChartFigure {
    /// The ends that rounding left open, lower first; nil for an exact figure.
    var openRange: ClosedRange<Double>? {
        guard let bounds, ValueAxis.holds(bounds.low), ValueAxis.holds(bounds.high), bounds.low != bounds.high else {
            return nil
        }
        return min(bounds.low, bounds.high)...max(bounds.low, bounds.high)
    }

    /// `, 9.5% to 10.5% before rounding`; empty for an exact figure.
    func openRangeWords(in unit: Unit) -> String {
        guard let range = openRange else { return "" }
        return ", \(Quantity(range.lowerBound, unit)) to \(Quantity(range.upperBound, unit)) before rounding"
    }
}

extension ReferenceValue {
    /// Nil where the value has no place on a chart.
    var drawn: ReferenceValue? { ValueAxis.holds(value) ? self : nil }
}
