import Measures

/// `average`: the mean of a column. There is no count of events behind a mean, so chance is not judged by counts.
/// Without a value it is missing.
public struct ColumnAverage: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "average", summary: "Mean of a column",
            definition: "Sum of the column over the number of its values, among records that satisfy the condition.",
            unit: .stated, parameters: [.dataset, .column, .condition], carriesCounts: false, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let column = try request.text("column")
        return request.queriesByPeriod(
            "values", of: try request.dataset(), where: try request.condition(),
            measures: [Measure("sum", .sum(column)), Measure("mean", .average(column))])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let sums = try request.column("sum", of: "values", for: frame)
        let means = try request.column("mean", of: "values", for: frame)
        return try frame.rows { cell in
            guard let mean = means[cell], let sum = sums[cell] else { return nil }
            // Records without the number are in neither, so the number of values is not the number of records; it
            // follows from the two, unless both are zero.
            guard mean != 0 else { return Observation(value: 0) }
            return Observation(value: mean, numerator: sum, denominator: (sum / mean).rounded())
        }
    }
}
