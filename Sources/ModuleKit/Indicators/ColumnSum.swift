import Measures

/// `sum`: the sum of a column. A period without a record sums to zero; one whose records all lack the number is missing.
///
/// Of a dataset of figures every figure of the period must be there: where one is not, the sum is left out.
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
            measures: [Measure("sum", .sum(try request.text("column")))]
                + (try request.editionOfFigures() == nil ? [] : [Measure("figures", .count)]))
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let sums = try request.column("sum", of: "values", for: frame)
        let counted = try request.request.measuredUnit() == .count
        let edition = try request.request.editionOfFigures()
        let figures = edition == nil ? nil : try request.column("figures", of: "values", for: frame)
        return try frame.rows { cell in
            if let edition, let figures {
                let wanted = cell.period.monthCount / Period(grain: edition, ordinal: 0).monthCount
                guard let found = figures[cell], found >= Double(wanted) else { return nil }
            }
            guard let sum = sums[cell] ?? (sums.hasRow(cell) ? nil : 0) else { return nil }
            return Observation(value: sum, count: counted && sum >= 0 ? sum : nil)
        }
    }
}

extension IndicatorRequest {
    /// How often a figure comes, where the parameter `dataset` names one of figures.
    fileprivate func editionOfFigures() throws(IndicatorError) -> Grain? {
        figures?[try dataset()].flatMap(Grain.init(rawValue:))
    }
}
