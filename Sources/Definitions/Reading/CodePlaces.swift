import Measures

/// Where codes lie, found table by table: a code lies where the codes lie that a table names beside it.
///
/// At a level where they lie in two areas, or some in one and some in none, the code lies in neither, and those areas are
/// straddled; it still lies in the whole. The code of an area lies in that area, and at the other levels where the first table that
/// has it says.
struct CodePlaces {
    private(set) var placements: [Geography.Placement] = []
    private(set) var straddled: Set<AreaCode> = []
    private let whole: Area
    private let levels: [AreaLevel]
    /// By code, the area of each level but the whole's; an empty text where it lies in none.
    private var areas: [String: [AreaCode?]] = [:]
    /// The areas' own codes that no table has placed yet.
    private var ownCodes: Set<String> = []

    init(areas: [Area], whole: AreaCode) {
        let first = areas[0]
        self.whole = first
        var levels: [AreaLevel] = []
        for area in areas.dropFirst() where levels.last != area.level { levels.append(area.level) }
        self.levels = levels
        add(first.code.rawValue, [AreaCode?](repeating: nil, count: levels.count))
        for area in areas.dropFirst() {
            add(area.code.rawValue, levels.map { $0 == area.level ? area.code : nil })
            ownCodes.insert(area.code.rawValue)
        }
    }

    private mutating func add(_ code: String, _ found: [AreaCode?]) {
        let before = areas[code]
        areas[code] = before.map { zip($0, found).map { $0 ?? $1 } } ?? found
        if before == nil {
            placements.append(Geography.Placement(code: code, level: whole.level, area: whole.code))
        }
        for (place, (level, area)) in zip(levels, found).enumerated() {
            guard let area, before?[place] == nil else { continue }
            placements.append(Geography.Placement(code: code, level: level, area: area))
        }
    }

    /// Places the codes of one table's column.
    ///
    /// - Parameters:
    ///   - codes: a row each; a code that was placed before stays where it is.
    ///   - holders: columns of codes that say where the code of the same row lies.
    /// - Returns: the codes of the column that lie in an area, now or from before, each once.
    mutating func place(_ codes: [String], by holders: [[String]]) -> [String] {
        var order: [String] = []
        var rows: [String: [Int]] = [:]
        for (row, code) in codes.enumerated() where !code.isEmpty {
            if rows[code] == nil { order.append(code) }
            rows[code, default: []].append(row)
        }
        return order.filter { code in
            let isPlaced = areas[code] != nil
            guard !isPlaced || ownCodes.contains(code), let found = areasOf(rows[code] ?? [], holders) else {
                return isPlaced
            }
            ownCodes.remove(code)
            add(code, found)
            return true
        }
    }

    /// The area of each level in which all rows of a code lie; nil where none of them lies anywhere.
    private mutating func areasOf(_ rows: [Int], _ holders: [[String]]) -> [AreaCode?]? {
        var found: [Set<AreaCode>] = levels.map { _ in [] }
        var isOutside = levels.map { _ in false }
        var isPlaced = false
        for row in rows {
            for level in levels.indices {
                let own = Set(holders.compactMap { areas[$0[row]]?[level] })
                if own.isEmpty { isOutside[level] = true }
                found[level].formUnion(own)
            }
            if holders.contains(where: { areas[$0[row]] != nil }) { isPlaced = true }
        }
        guard isPlaced else { return nil }
        return levels.indices.map { level in
            if found[level].count == 1, !isOutside[level] { return found[level].first }
            straddled.formUnion(found[level])
            return nil
        }
    }
}
