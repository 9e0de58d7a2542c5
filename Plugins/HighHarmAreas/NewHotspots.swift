import Measures
import ModuleKit

/// `new_hotspots`: hotspots at the period's end that were none at the end of the period before, by month a month earlier.
///
/// Value: their number in the area; by `small_area_level` 1 or 0. No ratio: there is neither numerator nor denominator. Unit: count. Source: the
/// partnership's indicator list. It looks at the months of two such years, so it needs one more behind it than `hotspots`, whose departures it
/// shares.
struct NewHotspots: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "new_hotspots", summary: "Small areas that have become hotspots",
            definition: """
                Hotspots of the area, as `hotspots` finds them, that were none at the end of the period before; by small area 1 or 0.
                """, unit: .count, parameters: TopTenths.parameters, datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, monthsBehind: TopTenths.months,
            levels: SmallAreas.levels(itself: true))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try TopTenths.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let tenths = try TopTenths(request)
        return try frame.rows(of: request, tenths, tenths.newHotspots)
    }
}
