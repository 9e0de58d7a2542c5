import Measures
import ModuleKit

/// The small areas that lie in each area of a frame: itself at the small areas' own level, elsewhere those that have a record.
struct SmallAreaHolders {
    private(set) var parts: [String: Set<String>] = [:]

    static func name(_ level: String) -> String { "holders/\(level)" }

    static func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let small = try SmallAreas.level(request)
        let condition = try request.condition()
        return request.levels.filter { $0 != small }.map { level in
            Query(
                name(level), of: SmallAreas.crime.name, where: condition, by: [.area(level: level), .part(level: small)],
                measures: [Measure("n", .count)])
        }
    }

    init(of frame: Frame, _ request: ComputeRequest) throws(IndicatorError) {
        if frame.level == (try SmallAreas.level(request.request)) {
            for area in frame.areas { parts[area] = [area] }
            return
        }
        let name = Self.name(frame.level)
        let table = try request.table(name)
        let areas = table.texts("area")
        let smallAreas = table.texts("part")
        guard areas.count == table.rowCount, smallAreas.count == table.rowCount else {
            throw .missingColumn("area or part", table: name)
        }
        for (area, part) in zip(areas, smallAreas) { parts[area, default: []].insert(part) }
    }
}

extension Frame {
    /// How many of the small areas that are found lie in each area: at the small areas' own level 1 for each that is found, and 0
    /// for the others.
    ///
    /// - Parameter find: those found within an area in which small areas are ranked; nil where it can't be told.
    func rows(
        of request: ComputeRequest, _ tenths: TopTenths, _ find: (_ within: String, Period) -> Set<String>?
    ) throws(IndicatorError) -> [ComputedObservations.Row] {
        let parts = try SmallAreaHolders(of: self, request).parts
        var found: [String: [Period: Set<String>?]] = [:]
        return try rows { cell in
            let held = parts[cell.area] ?? []
            let ranking = held.reduce(into: Set<String>()) { $0.formUnion(tenths.rankingAreas[$1] ?? []) }
            var number = Set<String>()
            for area in ranking {
                let small = found[area]?[cell.period] ?? find(area, cell.period)
                found[area, default: [:]][cell.period] = .some(small)
                guard let small else { return nil }
                number.formUnion(small.intersection(held))
            }
            return Observation(value: Double(number.count))
        }
    }
}
