import Charts
public import Measures

extension Geography {
    /// Levels of more areas than this get no page for each: a region's small areas are read in a table, and not one by one.
    static let mostPagedAreas = 100

    /// The levels whose areas have pages of their own: wards and plan areas, not the whole and not its smallest parts.
    public var pagedLevels: [AreaLevel] {
        levels.dropFirst().filter { level in
            level.rawValue != "lsoa" && (1...Self.mostPagedAreas).contains(areas(at: level).count)
        }
    }

    var pagedAreas: [Area] { pagedLevels.flatMap(areas(at:)) }
}

/// Where areas stand on maps, how they are marked there, and which lie in which: found once for all pages.
struct AreaPlan {
    /// By level, then by area.
    let tiles: [AreaLevel: [AreaCode: TilePlace]]
    let marks: [AreaLevel: AreaMarks]
    /// The areas of other paged levels in which an area lies, or that lie in it.
    let neighbours: [AreaCode: [Area]]

    init(_ geography: Geography) {
        let levels = geography.pagedLevels
        let areas = levels.map { ($0, geography.areas(at: $0)) }
        tiles = Dictionary(areas.map { ($0, Self.tiles($1)) }, uniquingKeysWith: { first, _ in first })
        marks = Dictionary(areas.map { ($0, AreaMarks($1)) }, uniquingKeysWith: { first, _ in first })
        let paged = geography.pagedAreas
        let holders = paged.map { area in
            levels.filter { $0 != area.level }.compactMap { geography.area(holding: area.code, at: $0) }
        }
        neighbours = Dictionary(
            paged.enumerated().map { place, area in
                let near = paged.indices.filter { other in
                    holders[place].contains(paged[other].code) || holders[other].contains(area.code)
                }
                return (area.code, near.map { paged[$0] })
            }, uniquingKeysWith: { first, _ in first })
    }

    /// As stated, where every area has a tile; else in rows.
    private static func tiles(_ areas: [Area]) -> [AreaCode: TilePlace] {
        let stated = areas.compactMap(\.tile)
        let places = stated.count == areas.count ? stated : TileMap.grid(of: areas.count)
        return Dictionary(zip(areas.map(\.code), places), uniquingKeysWith: { first, _ in first })
    }

    /// The square of an area with its mark; nil for one that is on no map.
    func tile(_ area: Area, text: String, value: Double?) -> TileMap.Tile? {
        tiles[area.level]?[area.code].map {
            TileMap.Tile(PlainText.line(area.name), mark: mark(area), at: $0, text: text, value: value)
        }
    }

    func mark(_ area: Area) -> String { marks[area.level]?[area.code] ?? "" }
}

/// A few letters for each area, for a square that has no room for its name.
struct AreaMarks {
    private let marks: [AreaCode: String]

    /// The first four letters; where two areas share them, of names of more than one word the first three and those of the last word.
    init(_ areas: [Area]) {
        var taken: Set<String> = []
        var marks: [AreaCode: String] = [:]
        let heads = Dictionary(grouping: areas) { Self.head($0.name, 4) }
        for area in areas {
            let words = area.name.split { !$0.isLetter && !$0.isNumber }
            var mark = Self.head(area.name, 4)
            if (heads[mark]?.count ?? 0) > 1, words.count > 1, let last = words.last {
                mark = Self.head(area.name, 3) + last.prefix(1).uppercased()
            }
            // A name without a letter is told by the table beside the map.
            if mark.isEmpty { mark = "Area" }
            let stem = mark
            var number = 2
            while !taken.insert(mark).inserted {
                mark = "\(stem)\(number)"
                number += 1
            }
            marks[area.code] = mark
        }
        self.marks = marks
    }

    subscript(code: AreaCode) -> String { marks[code] ?? "" }

    private static func head(_ name: String, _ length: Int) -> String {
        String(name.filter { $0.isLetter || $0.isNumber }.prefix(length))
    }
}
