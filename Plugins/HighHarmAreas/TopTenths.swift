import Measures
import ModuleKit

/// Which small areas were in the top tenth in each month, and which of them so often that they are hotspots.
///
/// Small areas are ranked among all of the whole, or within each area of the level that `ranked_within` names. One is in the top tenth of a
/// month where fewer small areas than a tenth of them have more records than it: small areas with equal counts at the edge are all in. One
/// without a record never is.
struct TopTenths {
    /// The most months that may be looked at, the one told of among them.
    static let mostMonths = 12

    static let parameters = [
        ParameterDescription.ownCondition, SmallAreas.levelParameter,
        ParameterDescription(
            "ranked_within", .level,
            summary: "The level within each of whose areas the small areas are ranked; left out, all are ranked together."),
        ParameterDescription(
            "months", .number, required: true,
            summary: "The months looked at, that of the period's end among them, 1 to \(mostMonths)."),
        ParameterDescription(
            "at_least", .number, required: true, summary: "Of these months, how many in the top tenth make a hotspot."),
    ]

    private struct Place: Hashable {
        var area: String
        var month: Month
    }

    private var top: [Place: Set<String>] = [:]
    /// Months of which any record is there, wherever it lies: in these an area without one was quiet.
    private var monthsIn: Set<Month> = []
    /// The areas within which each small area is ranked: one, unless areas overlap.
    private(set) var rankingAreas: [String: Set<String>] = [:]
    private let months: Int
    private let atLeast: Int

    /// Queries for the ranking, and for which small areas lie in the areas that are told of.
    static func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        _ = try atLeast(request, of: try months(request))
        return [try SmallAreas.query(within: rankedWithin(request), grain: Grain.month.rawValue, for: request)]
            + (try SmallAreaHolders.queries(request))
    }

    init(_ request: ComputeRequest) throws(IndicatorError) {
        months = try Self.months(request.request)
        atLeast = try Self.atLeast(request.request, of: months)
        let counts = try RankedCounts(
            request, within: try Self.rankedWithin(request.request), grain: Grain.month.rawValue)
        for (place, found) in counts.byPlace {
            monthsIn.insert(Month(ordinal: place.period))
            let tenth = counts.tenth(of: place.area)
            let ranked = found.map(\.number).sorted(by: >)
            let least = ranked.count < tenth ? 0 : ranked[tenth - 1]
            top[Place(area: place.area, month: Month(ordinal: place.period))] = Set(
                found.filter { $0.number >= least && $0.number > 0 }.map(\.part))
            for count in found { rankingAreas[count.part, default: []].insert(place.area) }
        }
    }

    private static func rankedWithin(_ request: IndicatorRequest) throws(IndicatorError) -> String? {
        try request.optionalText("ranked_within")
    }

    private static func months(_ request: IndicatorRequest) throws(IndicatorError) -> Int {
        let months = try request.whole("months")
        guard (1...mostMonths).contains(months) else { throw .unfitParameter("months", expected: "1 to \(mostMonths)") }
        return months
    }

    private static func atLeast(_ request: IndicatorRequest, of months: Int) throws(IndicatorError) -> Int {
        let atLeast = try request.whole("at_least")
        guard (1...months).contains(atLeast) else { throw .unfitParameter("at_least", expected: "1 to \(months)") }
        return atLeast
    }
}

extension TopTenths {
    /// The hotspots at the end of a month among the small areas that are ranked within an area; nil where one of the months has no
    /// record anywhere. A month without one in this area alone was quiet there, and no small area was in its top tenth.
    func hotspots(within area: String, at month: Month) -> Set<String>? {
        var inTop: [String: Int] = [:]
        for back in 0..<months {
            let month = month.advanced(by: -back)
            guard monthsIn.contains(month) else { return nil }
            for small in top[Place(area: area, month: month), default: []] { inTop[small, default: 0] += 1 }
        }
        return Set(inTop.filter { $0.value >= atLeast }.keys)
    }

    /// The hotspots at a period's end that were none at the end of the period before.
    func newHotspots(within area: String, in period: Period) -> Set<String>? {
        guard let now = hotspots(within: area, at: period.lastMonth),
            let before = hotspots(within: area, at: period.moved(by: -1).lastMonth)
        else { return nil }
        return now.subtracting(before)
    }
}
