import Charts
import Measures
import Testing

@Suite struct TileMapTests {
    @Test(
        "places of areas that have none stated are all different, in rows and without a gap",
        arguments: [0, 1, 2, 5, 9, 32, 115])
    func grid(count: Int) {
        let places = TileMap.grid(of: count)
        #expect(places.count == count)
        #expect(Set(places).count == count)
        let columns = places.map(\.column).max() ?? 0
        #expect(places.enumerated().allSatisfy { $1 == TilePlace(row: $0 / columns + 1, column: $0 % columns + 1) })
        #expect(columns * columns >= count)
    }

    @Test("every square prints its figure, and the darkest hold the greatest third", arguments: [6, 9, 30])
    func shades(count: Int) throws {
        let tiles = TileMap.grid(of: count).enumerated().map { place, tile in
            TileMap.Tile("Area \(place)", mark: "A\(place)", at: tile, text: "\(place)", value: Double(place))
        }
        let drawing = try #require(DrawingReader(TileMap(id: "t", title: "T", tiles: tiles).svg))
        let dark = try #require(drawing.elements.first { $0.attributes["class"] == "chart-tile chart-tile-dark" })
        #expect(dark.attributes["d"]?.split(separator: "z").count == count / 3)
        #expect(drawing.elements.count { $0.name == "text" } == count)
    }

    @Test("where all figures are equal none is darker")
    func equal() throws {
        let tiles = TileMap.grid(of: 4).map { TileMap.Tile("A", mark: "A", at: $0, text: "3", value: 3) }
        #expect(!TileMap(id: "t", title: "T", tiles: tiles).svg.contains("chart-tile-dark"))
    }
}
