import Measures
import ModuleKit

/// Which small areas were in the top tenth in each month, and which of them so often that they are hotspots.
///
/// A small area is in the top tenth of a month where fewer small areas than a tenth of them have more records than it: small areas
/// with equal counts at the edge are all in. One without a record never is.
struct TopTenths {
    /// Months of a year that are looked at, the one told of among them.
    static let months = 12

    static let atLeast = ParameterDescription(
        "at_least", .number, summary: "Of the last 12 months, how many in the top tenth make a hotspot; 9 where left out.")

    private var top: [Month: Set<String>] = [:]
    private let atLeast: Int

    init(_ request: ComputeRequest) throws(IndicatorError) {
        atLeast = try Self.atLeast(request.request)
        let name = SmallAreas.name(Grain.month.rawValue)
        let table = try request.table(name)
        guard table.rowCount > 0 else { return }
        let areas = table.texts("area")
        let counts = table.numbers("n")
        guard !areas.isEmpty else { throw .missingColumn("area", table: name) }
        guard !counts.isEmpty else { throw .missingColumn("n", table: name) }
        var byMonth: [Month: [(area: String, count: Double)]] = [:]
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let ordinal = Int(exactly: ordinal) else { continue }
            byMonth[Month(ordinal: ordinal), default: []].append((areas[row], counts[row]))
        }
        let tenth = try SmallAreas.tenth(of: table, for: request.request)
        for (month, found) in byMonth {
            let ranked = found.map(\.count).sorted(by: >)
            let least = ranked.count < tenth ? 0 : ranked[tenth - 1]
            top[month] = Set(found.filter { $0.count >= least && $0.count > 0 }.map(\.area))
        }
    }

    static func atLeast(_ request: IndicatorRequest) throws(IndicatorError) -> Int {
        let atLeast = try request.whole("at_least", default: 9)
        guard (1...months).contains(atLeast) else { throw .unfitParameter("at_least", expected: "1 to \(months)") }
        return atLeast
    }

    /// The hotspots at the end of a month; nil where one of the twelve months has no record at all.
    func hotspots(at month: Month) -> Set<String>? {
        var months: [String: Int] = [:]
        for back in 0..<Self.months {
            guard let top = top[month.advanced(by: -back)] else { return nil }
            for area in top { months[area, default: 0] += 1 }
        }
        return Set(months.filter { $0.value >= atLeast }.keys)
    }

    /// The hotspots at a period's end that were none at the end of the period before.
    func newHotspots(in period: Period) -> Set<String>? {
        guard let now = hotspots(at: period.lastMonth), let before = hotspots(at: period.moved(by: -1).lastMonth) else {
            return nil
        }
        return now.subtracting(before)
    }
}

extension Frame {
    /// The number of small areas found, for the whole; at the small areas' own level 1 for each that is found, and 0 for the others.
    func rows(
        of indicator: String, smallAreaLevel: String, _ find: (Period) -> Set<String>?
    ) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !areas.isEmpty else { return [] }
        let isSmall = level == smallAreaLevel
        if !isSmall { _ = try onlyArea(indicator) }
        return try rows { cell in
            guard let found = find(cell.period) else { return nil }
            return Observation(value: isSmall ? (found.contains(cell.area) ? 1 : 0) : Double(found.count))
        }
    }
}
