import Definitions
import Measures

extension Geography {
    /// Levels of more areas than this get no page for each: a region's small areas are read in a table, and not one by one.
    static let mostPagedAreas = 100

    /// The levels whose areas have pages of their own: wards and plan areas, not the whole and not its smallest parts.
    var pagedLevels: [AreaLevel] {
        levels.dropFirst().filter { level in
            level.rawValue != "lsoa" && (1...Self.mostPagedAreas).contains(areas(at: level).count)
        }
    }

    var pagedAreas: [Area] { pagedLevels.flatMap(areas(at:)) }

    /// The areas of other paged levels in which an area lies, or that lie in it.
    func neighbours(of area: Area) -> [Area] {
        pagedLevels.filter { $0 != area.level }.flatMap { level in
            areas(at: level).filter { other in
                self.area(holding: area.code, at: level) == other.code
                    || self.area(holding: other.code, at: area.level) == area.code
            }
        }
    }

    /// Where each area of a level stands on a tile map: as stated, where every one of them is; else in rows.
    func tiles(at level: AreaLevel, grid: (Int) -> [TilePlace]) -> [AreaCode: TilePlace] {
        let areas = areas(at: level)
        let stated = areas.compactMap(\.tile)
        let places = stated.count == areas.count ? stated : grid(areas.count)
        return Dictionary(zip(areas.map(\.code), places), uniquingKeysWith: { first, _ in first })
    }
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
