public import Measures

/// One figure held against a threshold, a target or a benchmark: the figure as a bar from zero, each of the others as
/// a line of its own, all with their numbers in a column.
public struct ComparisonBar: Sendable, Hashable {
    /// Unique on the page; any text.
    public var id: String
    /// The name that a screen reader gives.
    public var title: String
    /// What the bar is: the period or the area.
    public var label: String
    public var unit: Unit
    public var reading: ChartPoint.Reading
    /// In the order in which they stand.
    public var references: [Reference]
    /// In units of the drawing, in which text is 13 high.
    public var width: Double

    public struct Reference: Sendable, Hashable {
        public var line: ReferenceLine
        public var value: ReferenceValue

        public init(_ line: ReferenceLine, _ value: ReferenceValue) {
            self.line = line
            self.value = value
        }
    }

    public init(
        id: String, title: String, label: String, unit: Unit, reading: ChartPoint.Reading, references: [Reference],
        width: Double = 400
    ) {
        self.id = id
        self.title = title
        self.label = label
        self.unit = unit
        self.reading = reading
        self.references = references
        self.width = width
    }

    /// The bar as markup for the inside of a page. Equal bars are equal bytes.
    public var svg: String {
        let drawing = ComparisonDrawing(self)
        return SVGElement.picture(
            "chart-comparison", id: id, title: title, description: summary, width: drawing.width,
            height: drawing.height, children: drawing.elements
        ).markup
    }

    /// `Telford: 62.4 per billion vehicle miles. Threshold: 94.5 per billion vehicle miles.`
    private var summary: String {
        let own: String =
            switch reading.plotted(in: unit) {
            case .on(let figure):
                Quantity(figure.value, unit).description
                    + (Mark(figure) == .ordinary ? "" : " (\(Mark(figure).words))")
                    + figure.openRangeWords(in: unit)
            case .above: "from none"
            case .absent(let reason): reason.isEmpty ? Mark.absent.words : reason
            }
        let others = references.filter { $0.value.drawn != nil }.map { reference in
            "\(reference.value.label): \(Quantity(reference.value.value, unit))."
        }
        return (["\(label): \(own)."] + others).joined(separator: " ")
    }
}
