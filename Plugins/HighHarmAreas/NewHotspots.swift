import ModuleKit

/// `new_hotspots`: hotspots at the period's end that were none at the end of the period before, by month a month earlier.
///
/// Told as `hotspots` is: for the whole their number, by small area 1 or 0.
struct NewHotspots: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "new_hotspots", summary: "Small areas that have become hotspots",
            definition:
                "Hotspots, as `hotspots` finds them, that were none at the end of the period before; by small area 1 or 0.",
            unit: .count, parameters: SmallAreas.parameters + [TopTenths.atLeast], datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, monthsBehind: TopTenths.months)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try Hotspots().plan(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let tenths = try TopTenths(request)
        return try frame.rows(
            of: "new_hotspots", smallAreaLevel: try SmallAreas.level(request.request), tenths.newHotspots)
    }
}
