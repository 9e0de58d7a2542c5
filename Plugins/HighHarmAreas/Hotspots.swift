import Measures
import ModuleKit

/// `hotspots`: small areas in the top tenth by crime in at least 9 of the last 12 months.
///
/// Small areas are ranked anew in every month by their records, as `TopTenths` says. Looked at are the 12 months that end with
/// the period, whatever its grain. Value: the number of hotspots in the area; by `small_area_level` 1 for a hotspot and 0 for another, so
/// that a rule can name the place. No ratio: there is neither numerator nor denominator. Unit: count. Source: the partnership's indicator list;
/// the months are a parameter. Departures: only placed records are ranked; an LSOA that was made by a split has no months before it, and
/// becomes a hotspot only by its own. The counts themselves choose the hotspots, so no test of counts holds.
struct Hotspots: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "hotspots", summary: "Small areas in the top tenth in most months of a year",
            definition: """
                Small areas in the area that are among the tenth with the most records in at least 9 (or so many as stated) of the 12 \
                months that end with the period; by small area 1 or 0. The tenth is of all small areas together, or of those within each \
                area of the level that `ranked_within` names.
                """, unit: .count, parameters: TopTenths.parameters, datasets: [SmallAreas.crime],
            carriesCounts: false, addsUp: false, monthsBehind: TopTenths.months - 1,
            levels: SmallAreas.levels(itself: true))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try TopTenths.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let tenths = try TopTenths(request)
        return try frame.rows(of: request, tenths) { tenths.hotspots(within: $0, at: $1.lastMonth) }
    }
}
