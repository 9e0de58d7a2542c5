public import Measures

/// A figure over its periods, as an inline SVG that needs nothing beside it but `ChartStyle.css`, and is legible
/// without that too.
///
/// A period without a figure breaks the line and has a cross under the axis; it is never drawn as zero. What a mark
/// is shows in its shape: circle or, where an alert stands, diamond; hollow where provisional. The title is not drawn:
/// the page has a caption of its own.
public struct TrendChart: Sendable, Hashable {
    /// Unique on the page; any text.
    public var id: String
    /// The name that a screen reader gives.
    public var title: String
    /// What a screen reader says of the picture; nil for a summary made of the points.
    public var description: String?
    public var unit: Unit
    /// In the order of time, evenly spaced.
    public var points: [ChartPoint]
    public var threshold: ReferenceValue?
    public var benchmark: ReferenceValue?
    /// Mean, limits and steps, for a chart that is to tell change from chance.
    public var process: ProcessLines
    /// The name of the line of the points' targets.
    public var targetLabel: String
    /// In units of the drawing, in which text is 13 high: the page scales it to its own width. Numbers of very many
    /// digits may widen it.
    public var width: Double
    /// Of the part between lowest and highest tick; grows where the labels beside it need more.
    public var plotHeight: Double

    public init(
        id: String, title: String, description: String? = nil, unit: Unit, points: [ChartPoint],
        threshold: ReferenceValue? = nil, benchmark: ReferenceValue? = nil, process: ProcessLines = .none,
        targetLabel: String = "Target", width: Double = 400, plotHeight: Double = 150
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.unit = unit
        self.points = points
        self.threshold = threshold
        self.benchmark = benchmark
        self.process = process
        self.targetLabel = targetLabel
        self.width = width
        self.plotHeight = plotHeight
    }

    /// The chart as markup for the inside of a page. Equal charts are equal bytes.
    public var svg: String {
        let layout = TrendLayout(self)
        return SVGElement.picture(
            "chart-trend", id: id, title: title, description: description ?? summary, width: layout.width,
            height: layout.height, children: TrendDrawing(chart: self, layout: layout).elements
        ).markup
    }
}
