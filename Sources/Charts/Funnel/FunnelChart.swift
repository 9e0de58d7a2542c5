public import Measures

/// The areas of a level in one period, each value against its denominator, with the limits that chance leaves to areas of
/// each size. As inline SVG like a `TrendChart`.
///
/// Areas outside a limit have a shape of their own (up or down by the way they lie, filled outside the outer limits, hollow
/// between the two) and a number that is resolved under the chart; a turn for the worse has a ring.
public struct FunnelChart: Sendable, Hashable {
    /// An area with a figure.
    public struct Point: Sendable, Hashable {
        public var label: String
        /// The denominator.
        public var size: Double
        /// In the chart's unit.
        public var value: Double
        public var verdict: Verdict

        public init(_ label: String, size: Double, value: Double, verdict: Verdict = .within) {
            self.label = label
            self.size = size
            self.value = value
            self.verdict = verdict
        }
    }

    public enum Verdict: Sendable, Hashable {
        case within
        /// Outside the limits at 95%, or outside those at 99.8% too.
        case outside(isOuter: Bool, isHigher: Bool, isWorse: Bool)
    }

    /// The limits at one denominator, in the chart's unit.
    public struct Limits: Sendable, Hashable {
        public var size: Double
        public var lower: Double
        public var upper: Double

        public init(size: Double, lower: Double, upper: Double) {
            self.size = size
            self.lower = lower
            self.upper = upper
        }
    }

    public var id: String
    /// The name that a screen reader gives.
    public var title: String
    public var unit: Unit
    /// What the denominators count: under the axis.
    public var sizeLabel: String
    public var points: [Point]
    /// Where no area differed from any other.
    public var benchmark: ReferenceValue?
    /// At 95%, in the order of size; empty where they may not be told, with the reason in `notes`.
    public var inner: [Limits]
    /// At 99.8%.
    public var outer: [Limits]
    public var notes: [String]
    /// In units of the drawing, in which text is 13 high.
    public var width: Double
    public var plotHeight: Double

    public init(
        id: String, title: String, unit: Unit, sizeLabel: String, points: [Point], benchmark: ReferenceValue? = nil,
        inner: [Limits] = [], outer: [Limits] = [], notes: [String] = [], width: Double = 340, plotHeight: Double = 180
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.sizeLabel = sizeLabel
        self.points = points
        self.benchmark = benchmark
        self.inner = inner
        self.outer = outer
        self.notes = notes
        self.width = width
        self.plotHeight = plotHeight
    }

    /// The chart as markup for the inside of a page. Equal charts are equal bytes.
    public var svg: String {
        let layout = FunnelLayout(self)
        return SVGElement.picture(
            "chart-funnel", id: id, title: title, description: summary, width: layout.width, height: layout.height,
            children: FunnelDrawing(chart: self, layout: layout).elements
        ).markup
    }

    /// Those that have a place on a chart.
    var drawnPoints: [Point] {
        points.filter { $0.size > 0 && ValueAxis.holds($0.size) && ValueAxis.holds($0.value) }
    }

    /// More names than these make a list of their own.
    static let mostNamed = 12

    /// Outside a limit, the outer ones first, in the order given.
    var named: [Point] {
        let outside = { (wanted: Bool) in
            drawnPoints.filter { if case .outside(wanted, _, _) = $0.verdict { true } else { false } }
        }
        return Array((outside(true) + outside(false)).prefix(Self.mostNamed))
    }

    private var summary: String {
        let drawn = drawnPoints
        guard !drawn.isEmpty else { return (["No areas with a figure."] + notes).joined(separator: " ") }
        let outside = drawn.filter { $0.verdict != .within }
        var sentences = [
            "\(drawn.count == 1 ? "One area" : "\(drawn.count) areas"), against \(sizeLabel).",
            outside.isEmpty
                ? (inner.isEmpty && outer.isEmpty ? "No limits are drawn." : "None lies outside the limits.")
                : "Outside the limits: \(named.map(told).joined(separator: ", "))"
                    + (outside.count > named.count ? " and \(outside.count - named.count) more." : "."),
        ]
        if let line = benchmark?.drawn { sentences.append("\(line.label) \(Quantity(line.value, unit)).") }
        return (sentences + notes).joined(separator: " ")
    }

    /// `Brookside 12% (above the 99.8% limits, worse)`.
    func told(_ point: Point) -> String {
        "\(point.label) \(Quantity(point.value, unit).number)"
            + (point.verdict.words.map { " (\($0))" } ?? "")
    }
}

extension FunnelChart.Verdict {
    var words: String? {
        guard case .outside(let isOuter, let isHigher, let isWorse) = self else { return nil }
        return "\(isHigher ? "above" : "below") the \(isOuter ? "99.8%" : "95%") limits" + (isWorse ? ", worse" : "")
    }
}
