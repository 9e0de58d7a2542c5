import Measures

/// A tile map's squares and print, in units of the drawing.
struct TileDrawing {
    let map: TileMap
    private let first: TilePlace
    private let last: TilePlace

    private static let tileWidth = 58.0
    private static let gap = 2.0

    init(_ map: TileMap) {
        self.map = map
        let (rows, columns) = (map.tiles.map(\.place.row), map.tiles.map(\.place.column))
        first = TilePlace(row: rows.min() ?? 1, column: columns.min() ?? 1)
        last = TilePlace(row: rows.max() ?? 0, column: columns.max() ?? 0)
    }

    private var tileHeight: Double { map.isNamed ? 38 : 24 }
    var width: Double { max(1, Double(last.column - first.column + 1) * (Self.tileWidth + Self.gap)) }
    var height: Double { max(1, Double(last.row - first.row + 1) * (tileHeight + Self.gap)) }

    var elements: [SVGElement] {
        guard !map.tiles.isEmpty else { return [] }
        let thirds = TileShade.allCases.filter { $0 != .none }.compactMap { shade -> SVGElement? in
            let squares = map.tiles.filter { self.shade($0) == shade }.map(square).joined()
            guard !squares.isEmpty else { return nil }
            return SVGElement(
                "path", ["class": shade.cssClass, "d": squares, "fill": "currentColor", "fill-opacity": shade.opacity])
        }
        let outline = SVGElement.path("chart-tile-edge", data: map.tiles.map(square).joined())
        return thirds + [outline] + (map.isNamed ? [print("chart-tile-mark", \.mark, at: 15)] : [])
            + [print("chart-tile-value", \.text, at: tileHeight - 8)]
    }

    private func corner(_ place: TilePlace) -> Place {
        Place(
            x: Double(place.column - first.column) * (Self.tileWidth + Self.gap) + Self.gap / 2,
            y: Double(place.row - first.row) * (tileHeight + Self.gap) + Self.gap / 2)
    }

    private func square(_ tile: TileMap.Tile) -> String {
        let (width, height) = (SVGText.number(Self.tileWidth), SVGText.number(tileHeight))
        return "M\(SVGElement.text(corner(tile.place)))h\(width)v\(height)h-\(width)z"
    }

    private func print(_ cssClass: String, _ text: (TileMap.Tile) -> String, at baseline: Double) -> SVGElement {
        SVGElement(
            "g", ["class": cssClass, "text-anchor": "middle", "fill": "currentColor"],
            children: map.tiles.filter { !text($0).isEmpty }.map { tile in
                let corner = corner(tile.place)
                return SVGElement(
                    "text",
                    ["x": SVGText.number(corner.x + Self.tileWidth / 2), "y": SVGText.number(corner.y + baseline)],
                    text: text(tile))
            })
    }

    /// By thirds of the figures that the map prints; where all are equal none is darker.
    private func shade(_ tile: TileMap.Tile) -> TileShade {
        guard let value = tile.value, value.isFinite else { return .none }
        let values = map.tiles.compactMap(\.value).filter(\.isFinite)
        let under = values.count { $0 < value }
        let over = values.count { $0 > value }
        guard under + over > 0 else { return .none }
        return under * 3 >= values.count * 2 ? .dark : under * 3 >= values.count ? .light : .none
    }
}

/// How dark a square is; the print in it stays legible on each.
enum TileShade: CaseIterable {
    case none, light, dark

    var cssClass: String {
        switch self {
        case .none: "chart-tile"
        case .light: "chart-tile chart-tile-light"
        case .dark: "chart-tile chart-tile-dark"
        }
    }

    var opacity: String {
        switch self {
        case .none: "0"
        case .light: "0.09"
        case .dark: "0.22"
        }
    }
}
