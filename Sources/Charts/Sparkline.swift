public import Measures

/// A trend the size of a word, for a cell of a table. It begins at zero and breaks at gaps as a `TrendChart` does.
public struct Sparkline: Sendable, Hashable {
    /// What a screen reader says instead of the picture: the figures' course in a few words.
    public var label: String
    public var unit: Unit
    /// In the order of time, evenly spaced.
    public var readings: [ChartPoint.Reading]
    /// Drawn as a dashed line.
    public var threshold: Double?

    public init(label: String, unit: Unit, readings: [ChartPoint.Reading], threshold: Double? = nil) {
        self.label = label
        self.unit = unit
        self.readings = readings
        self.threshold = threshold
    }

    private static let (width, height) = (96.0, 24.0)
    private static let (top, bottom, inset) = (5.0, 18.0, 6.0)

    /// The sparkline as markup. Equal sparklines are equal bytes.
    public var svg: String {
        SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart chart-sparkline", "role": "img",
                "aria-label": label, "width": "96", "height": "24", "viewBox": "0 0 96 24",
            ], children: elements
        ).markup
    }

    private var elements: [SVGElement] {
        let plotted = readings.map { $0.plotted(in: unit) }
        let limit = threshold.flatMap { ValueAxis.holds($0) ? $0 : nil }
        let axis = ValueAxis(holding: plotted.compactMap { $0.figure?.value } + [limit].compactMap { $0 }, unit: unit)
        let y = LinearScale(axis, from: Self.bottom, to: Self.top)
        let step = plotted.count > 1 ? (Self.width - 2 * Self.inset) / Double(plotted.count - 1) : 0
        let xs = plotted.indices.map { plotted.count > 1 ? Self.inset + Double($0) * step : Self.width / 2 }
        var elements = [
            SVGElement.line("chart-zero", from: Place(x: 0, y: y(0)), to: Place(x: Self.width, y: y(0)))
        ]
        if let limit {
            elements.append(
                ReferenceLine.threshold.element([Place(x: 0, y: y(limit)), Place(x: Self.width, y: y(limit))]))
        }
        let places = zip(xs, plotted).map { x, reading in reading.figure.map { Place(x: x, y: y($0.value)) } }
        elements += LineRuns.of(places).filter { $0.count > 1 }.map { .polyline("chart-line", $0, width: 1.5) }
        for index in plotted.indices {
            let mark = Mark(plotted[index])
            let alone =
                (index == 0 || places[index - 1] == nil) && (index + 1 == places.count || places[index + 1] == nil)
            guard
                mark == .alerting || mark == .alertingProvisional || mark == .fromNone || mark == .absent || alone
                    || index == plotted.count - 1
            else { continue }
            let at = mark == .absent ? Self.height - 2.5 : places[index]?.y ?? Self.top
            elements.append(mark.element(at: Place(x: xs[index], y: at), scale: 0.7))
        }
        return elements
    }
}
