public import Measures

/// Areas as equal squares in a plan of their own, each with its figure printed in it: a map that needs no bounds and no colour.
///
/// Darker squares hold the greater third of the figures, so that a glance finds them; what they are is told by the print.
public struct TileMap: Sendable, Hashable {
    /// An area's square.
    public struct Tile: Sendable, Hashable {
        public var place: TilePlace
        /// A few letters that stand for the name; printed where the map names its squares.
        public var mark: String
        /// For those who do not see the map.
        public var name: String
        /// As it is printed, short: `12`, `4.1%`, `–`.
        public var text: String
        /// What decides the shade; nil for a square without a figure.
        public var value: Double?

        public init(_ name: String, mark: String, at place: TilePlace, text: String, value: Double?) {
            self.place = place
            self.mark = mark
            self.name = name
            self.text = text
            self.value = value
        }
    }

    /// Unique on the page; any text.
    public var id: String
    /// The name that a screen reader gives.
    public var title: String
    public var tiles: [Tile]
    /// Whether each square has its mark over the figure.
    public var isNamed: Bool

    public init(id: String, title: String, tiles: [Tile], isNamed: Bool = false) {
        self.id = id
        self.title = title
        self.tiles = tiles
        self.isNamed = isNamed
    }

    /// The map as markup for the inside of a page. Equal maps are equal bytes.
    public var svg: String {
        let drawing = TileDrawing(self)
        var picture = SVGElement.picture(
            "chart-tiles", id: id, title: title, description: summary, width: drawing.width, height: drawing.height,
            children: drawing.elements)
        // A few squares are not blown up to the width of the page.
        picture.attributes.append(
            SVGElement.Attribute(name: "style", value: "max-width:\(SVGText.number(drawing.width / 16))rem"))
        return picture.markup
    }

    /// `Ashdown 70, Birchfield 25`
    private var summary: String { tiles.map { "\($0.name) \($0.text)" }.joined(separator: ", ") + "." }
}

extension TileMap {
    /// Places in rows for areas of which nobody stated any: about as many columns as rows.
    public static func grid(of count: Int) -> [TilePlace] {
        let columns = max(1, Int(Double(count).squareRoot().rounded(.up)))
        return (0..<max(0, count)).map { TilePlace(row: $0 / columns + 1, column: $0 % columns + 1) }
    }
}
