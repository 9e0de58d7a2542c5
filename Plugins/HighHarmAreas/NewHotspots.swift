import Measures
import ModuleKit

/// `new_hotspots`: hotspots at the period's end that were none at the end of the period before, by month a month earlier.
///
/// By `small_area_level` 1 or 0. It looks at the months of two such spans, so it needs one more behind it than `hotspots`.
///
/// - Numerator: small areas of the area that are hotspots, as `hotspots` finds them, and were none then.
/// - Denominator: none.
/// - Unit: count of small areas.
/// - Source: the partnership's list of indicators, as `hotspots`.
/// - Departures: those of `hotspots`; a small area that stops being a hotspot and becomes one again is new again.
struct NewHotspots: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "new_hotspots", summary: "Small areas that have become hotspots",
            definition: """
                Hotspots of the area, as `hotspots` finds them, that were none at the end of the period before; by small area 1 or 0.
                """, unit: .count, parameters: TopTenths.parameters, datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, monthsBehind: .parameter("months"),
            levels: SmallAreas.levels(itself: true))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try TopTenths.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let tenths = try TopTenths(request)
        return try frame.rows(of: request, tenths, tenths.newHotspots)
    }
}
