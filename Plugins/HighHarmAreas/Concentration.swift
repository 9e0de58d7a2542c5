import Measures
import ModuleKit

/// `concentration`: the share of an area's crime in the top tenth of its small areas.
///
/// Small areas are ranked anew in every area and period; their number is that of the partnership's areas, so that those where
/// nothing happened count. Because the counts themselves choose the top tenth, no test of two counts holds for it: it carries
/// none.
///
/// - Numerator: records of the period in the tenth of the area's small areas that have the most, the tenth rounded up.
/// - Denominator: records in all its small areas; without one there is no share.
/// - Unit: percent.
/// - Source: the partnership's list of indicators, after Weisburd, "The law of crime concentration and the criminology of
///   place" (Criminology, 2015).
/// - Departures: Weisburd asks which share of places holds half the crime, here the tenth is fixed and its share told. Both
///   parts count placed records only; an area of few small areas (a ward has six or so) has a tenth of one.
struct Concentration: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "concentration", summary: "Share of crime in the top tenth of small areas",
            definition: """
                Records in the tenth of an area's small areas with the most, rounded up, over records in all its small areas, ranked anew \
                in every area and period.
                """, unit: .percent, parameters: [.ownCondition, SmallAreas.levelParameter], datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, levels: SmallAreas.levels(itself: false))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        var queries: [Query] = []
        for level in request.levels {
            for grain in request.grains {
                queries.append(try SmallAreas.query(within: level, grain: grain, for: request))
            }
        }
        return queries
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !frame.areas.isEmpty else { return [] }
        let counts = try RankedCounts(request, within: frame.level, grain: frame.grain)
        return try frame.rows { cell in
            let place = RankedCounts.Place(area: cell.area, period: cell.period.ordinal)
            let ranked = counts.byPlace[place, default: []].map(\.number).sorted(by: >)
            let all = ranked.reduce(0, +)
            guard all > 0 else { return nil }
            let most = ranked.prefix(counts.tenth(of: cell.area)).reduce(0, +)
            return Observation(value: most / all, numerator: most, denominator: all)
        }
    }
}
