import Measures

/// A figure as its source states it: for one area and period, in the KPI's scale, with the bounds that its rounding
/// leaves open.
struct StatedFigure {
    var figure: String
    var area: String
    /// As stated: `2022/23`, or `needs assessment`.
    var periodText: String
    var value: Double
    var bounds: Observation.Bounds?
    /// As stated: `count`, `percent`, `percent change`, `casualties per billion vehicle miles`.
    var unit: String

    var isFraction: Bool { unit.hasPrefix("percent") }

    /// The least and the greatest that the figure may have been.
    var range: Observation.Bounds { bounds ?? Observation.Bounds(low: value, high: value) }
}

extension StatedFigure {
    /// - Parameter basis: `exact`, or `rounded to 0.1`: the figure may be half of that away, in the stated unit.
    init(
        figure: String, area: String, period: String, stated: Double, unit: String, basis: String
    ) throws(IndicatorError) {
        let scale = unit.hasPrefix("percent") ? 0.01 : 1
        var bounds: Observation.Bounds?
        if basis != "exact" {
            let words = "rounded to "
            guard basis.hasPrefix(words), let step = Double(basis.dropFirst(words.count)), step > 0, step.isFinite
            else {
                throw .unfitData("the figure '\(figure)' has the basis '\(basis)': expected 'exact' or 'rounded to …'")
            }
            bounds = Observation.Bounds(low: (stated - step / 2) * scale, high: (stated + step / 2) * scale)
        }
        self.init(
            figure: figure, area: area, periodText: period, value: stated * scale, bounds: bounds, unit: unit)
    }
}
