import Measures
import ModuleKit

/// `hotspots`: small areas in the top tenth by crime in most of the last months, as many of as many as stated.
///
/// Small areas are ranked anew in every month by their records, as `TopTenths` says. Looked at are the `months` that end with
/// the period, whatever its grain. By `small_area_level` it is 1 for a hotspot and 0 for another, so that a rule can name the
/// place. The counts themselves choose the hotspots, so no test of counts holds.
///
/// - Numerator: small areas of the area that were in the top tenth in `at_least` of the `months`.
/// - Denominator: none.
/// - Unit: count of small areas.
/// - Source: the partnership's list of indicators, which names 9 of 12 months.
/// - Departures: only placed records are ranked; an LSOA that was made by a split has no months before it, and becomes a
///   hotspot only by its own.
struct Hotspots: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "hotspots", summary: "Small areas in the top tenth in most months of a year",
            definition: """
                Small areas in the area that are among the tenth with the most records in at least so many as stated of the stated \
                months that end with the period (9 of 12); by small area 1 or 0. The tenth is of all small areas together, or of those \
                within each area of the level that `ranked_within` names.
                """, unit: .count, parameters: TopTenths.parameters, datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, monthsBehind: .parameter("months", more: -1),
            levels: SmallAreas.levels(itself: true))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try TopTenths.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let tenths = try TopTenths(request)
        return try frame.rows(of: request, tenths) { tenths.hotspots(within: $0, at: $1.lastMonth) }
    }
}
