import Measures
import ModuleKit

/// Records of each small area by period, within the areas in each of which they are ranked.
struct RankedCounts {
    struct Place: Hashable {
        /// The area in which small areas are ranked; empty where all are ranked together.
        var area: String
        var period: Int
    }

    struct Count {
        var part: String
        var number: Double
    }

    private(set) var byPlace: [Place: [Count]] = [:]
    /// How many small areas there are in each area: as the partnership's areas say, or as many as have a record in any period of the
    /// table where those are more.
    private let numbers: [String: Int]

    /// - Parameter level: as `SmallAreas.query` was asked; nil where all small areas are ranked together.
    init(_ request: ComputeRequest, within level: String?, grain: String) throws(IndicatorError) {
        let name = SmallAreas.name(within: level, grain)
        let table = try request.table(name)
        let areas = table.texts("area")
        let parts = table.texts("part")
        let counts = table.numbers("n")
        var found: [String: Set<String>] = [:]
        if table.rowCount > 0 {
            guard parts.count == table.rowCount else { throw .missingColumn("part", table: name) }
            guard counts.count == table.rowCount else { throw .missingColumn("n", table: name) }
            guard level == nil || areas.count == table.rowCount else { throw .missingColumn("area", table: name) }
        }
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let period = Int(exactly: ordinal) else { continue }
            let area = level == nil ? "" : areas[row]
            byPlace[Place(area: area, period: period), default: []].append(Count(part: parts[row], number: counts[row]))
            found[area, default: []].insert(parts[row])
        }
        let known = request.request.parts
        var numbers = level.map { known?.within[$0] ?? [:] } ?? ["": known?.all ?? 0]
        for (area, parts) in found { numbers[area] = max(numbers[area] ?? 0, parts.count) }
        self.numbers = numbers
    }

    /// How many small areas make the top tenth of an area.
    func tenth(of area: String) -> Int { SmallAreas.tenth(of: numbers[area] ?? 0) }
}
