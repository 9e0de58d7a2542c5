import Measures

/// `distinct`: different values of a column, as people behind records. Does not add up over areas or periods, since
/// one person may be in more than one.
public struct DistinctCount: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "distinct", summary: "Number of different values",
            definition: "Different values of the column among records that satisfy the condition; empty ones left out.",
            unit: .count, parameters: [.dataset, .column, .condition], carriesCounts: true, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "values", of: try request.dataset(), where: try request.condition(),
            measures: [Measure("n", .distinct(try request.text("column")))])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let counts = try request.column("n", of: "values", for: frame)
        return try frame.rows { cell in
            let count = counts[cell] ?? 0
            return Observation(value: count, count: count)
        }
    }
}
