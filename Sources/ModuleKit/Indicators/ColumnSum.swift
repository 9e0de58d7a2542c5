import Measures

/// `sum`: the sum of a column. A period without a record sums to zero; one whose records all lack the number is missing.
///
/// In the unit `count` the column holds counts made by the source (incidents a month), so the sum is itself the
/// count behind the figure. In another unit no count is carried, and chance can't be judged.
public struct ColumnSum: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "sum", summary: "Sum of a column",
            definition: "Sum of the column over records that satisfy the condition.", unit: .stated,
            parameters: [.dataset, .column, .condition], carriesCounts: true, addsUp: true)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "values", of: try request.dataset(), where: try request.condition(),
            measures: [Measure("sum", .sum(try request.text("column")))])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let sums = try request.column("sum", of: "values", for: frame)
        let counted = try request.request.measuredUnit() == .count
        return try frame.rows { cell in
            guard let sum = sums[cell] ?? (sums.hasRow(cell) ? nil : 0) else { return nil }
            return Observation(value: sum, count: counted && sum >= 0 ? sum : nil)
        }
    }
}
