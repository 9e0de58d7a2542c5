import Measures
import ModuleKit

/// `new_clusters`: clusters at the period's end that were none at the end of the period before, by month a month earlier.
///
/// Told as `clusters` is; a note places the new ones of the latest period.
///
/// - Numerator: cells that are a cluster, as `clusters` finds them, and were none then.
/// - Denominator: none.
/// - Unit: count of places.
/// - Source: the partnership's list of indicators, as `clusters`.
/// - Departures: those of `clusters`; a cell that stops being a cluster and becomes one again is new again.
struct NewClusters: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "new_clusters", summary: "Places that have become clusters of injury collisions",
            definition: "Clusters, as `clusters` finds them, that were none at the end of the period before.", unit: .count,
            parameters: CollisionCells.parameters, datasets: [CollisionCells.use], carriesCounts: false, addsUp: false,
            monthsBehind: .parameter("months"))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try CollisionCells.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let cells = try CollisionCells(for: frame, of: request)
        return try frame.rows { cell in
            Observation(value: Double(cells.newClusters(in: cell.area, cell.period).count))
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let cells = try CollisionCells(for: frame, of: request)
        return try cells.notes(frame, title: "new clusters", cells.newClusters)
    }
}
