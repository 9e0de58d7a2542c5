import Measures
import ModuleKit

/// `clusters`: places with at least so many injury collisions in the last months, as many as stated.
///
/// A note gives the latitude and longitude of the latest period's, with their collisions. The counts choose the clusters,
/// so chance is not judged: a cell may reach the number by chance and leave it again. Periods overlap in their months
/// and do not add up.
///
/// - Numerator: cells of a grid of about `metres` a side that reach `at_least`; `CollisionCells` says how collisions are
///   counted.
/// - Denominator: none.
/// - Unit: count of places.
/// - Source: the partnership's list of indicators, which names 36 months, after the practice of highway authorities, which
///   differs in the size, the number and the months: all have to be stated.
/// - Departures: the grid is fixed, so a cluster across the border of two cells or areas may be missed; a collision
///   without a place is in no cell.
struct Clusters: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "clusters", summary: "Places where injury collisions gather",
            definition: """
                Cells of a grid of the stated metres a side with at least the stated number of injury collisions in the stated \
                months that end with the period.
                """, unit: .count, parameters: CollisionCells.parameters, datasets: [CollisionCells.use],
            carriesCounts: false, addsUp: false, monthsBehind: .parameter("months", more: -1))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { try CollisionCells.queries(request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let cells = try CollisionCells(for: frame, of: request)
        return try frame.rows { cell in
            Observation(value: Double(cells.clusters(in: cell.area, at: cell.period.lastMonth).count))
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let cells = try CollisionCells(for: frame, of: request)
        return try cells.notes(frame, title: "clusters") { cells.clusters(in: $0, at: $1.lastMonth) }
    }
}
