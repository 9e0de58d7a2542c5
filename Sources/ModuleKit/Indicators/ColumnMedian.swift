import Measures

/// `median`: the middle value of a column, interpolated between the two middle ones. Without a value it is missing.
public struct ColumnMedian: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "median", summary: "Median of a column",
            definition: "Median of the column's values among records that satisfy the condition.", unit: .stated,
            parameters: [.dataset, .column, .condition], carriesCounts: false, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "values", of: try request.dataset(), where: try request.condition(),
            measures: [Measure("median", .median(try request.text("column")))])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let medians = try request.column("median", of: "values", for: frame)
        return try frame.rows { cell in medians[cell].map { Observation(value: $0) } }
    }
}
