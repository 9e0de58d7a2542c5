import Measures
import ModuleKit

/// `unplaced_share`: the share of records that name no area.
///
/// Such records belong to no ward, so where their share drifts upwards every ward seems to fall.
///
/// - Numerator: records whose area is empty.
/// - Denominator: all records, placed or not; without one there is no share.
/// - Unit: percent.
/// - Source: the partnership's list of indicators.
/// - Departures: a record without a place can't be known to be the partnership's, so of a police force's file the whole
///   force's records are counted; and it belongs to no area but its sender's, so that below the whole it is told only by the
///   level of the areas for which the dataset names its senders.
struct UnplacedShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "unplaced_share", summary: "Share of records without a place",
            definition: """
                Records whose area is empty, over all records of the dataset's files; by the level of its senders' areas, over those that \
                the area's own senders sent.
                """, unit: .percent, parameters: [.dataset, .condition], carriesCounts: true, addsUp: false,
            levels: .senders(parameter: ParameterDescription.dataset.name))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        var queries = request.queriesByPeriod(
            "records", of: try request.dataset(), where: try request.condition(),
            measures: Share.measures(of: "missing(area)"))
        for place in queries.indices {
            // A record without a place lies in no area, so it is asked for by its sender instead.
            queries[place].groupings = queries[place].groupings.map { grouping in
                if case .area(let level) = grouping { .sender(level: level) } else { grouping }
            }
        }
        return queries
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Share.rows(of: "records", for: frame, request)
    }
}
