import Measures
import ModuleKit

/// `unplaced_share`: the share of records that name no area.
///
/// Such records belong to no ward, so where their share drifts upwards every ward seems to fall. Of a police force's
/// file the whole force's records are counted, since a record without a place can't be known to be the partnership's.
struct UnplacedShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "unplaced_share", summary: "Share of records without a place",
            definition: "Records whose area is empty, over all records of the dataset's files.", unit: .percent,
            parameters: [.dataset, .condition], carriesCounts: true, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let dataset = try request.dataset()
        let condition = try request.condition()
        return request.grains.map { grain in
            Query(
                "records/\(grain)", of: dataset, where: condition, by: [.period(grain: grain)],
                measures: Share.measures(of: "missing(area)"))
        }
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !frame.areas.isEmpty else { return [] }
        _ = try frame.onlyArea("unplaced_share")
        let table = try request.table("records/\(frame.grain)")
        let parts = table.numbers("part")
        let wholes = table.numbers("whole")
        let rows = Dictionary(
            table.numbers("period").enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return try frame.rows { cell in
            guard let row = rows[Double(cell.period.ordinal)], row < parts.count, row < wholes.count, wholes[row] > 0
            else { return nil }
            return Observation(
                value: parts[row] / wholes[row], numerator: parts[row], denominator: wholes[row], count: parts[row])
        }
    }
}
