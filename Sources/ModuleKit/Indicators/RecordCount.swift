import Measures

/// `count`: records of a dataset. A period without a record is a true zero.
public struct RecordCount: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "count", summary: "Number of records",
            definition: "Records of the dataset that satisfy the condition, by their date and place.", unit: .count,
            parameters: [.dataset, .condition], carriesCounts: true, addsUp: true,
            counts: CountedRecords(where: [.condition(parameter: "where")]))
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "records", of: try request.dataset(), where: try request.condition(), measures: [Measure("n", .count)])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let counts = try request.column("n", of: "records", for: frame)
        return try frame.rows { cell in
            let count = counts[cell] ?? 0
            return Observation(value: count, count: count)
        }
    }
}
