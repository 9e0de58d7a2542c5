import Measures

/// `share_of_sums`: one column as a share of another, where the source gives counts and not records: vehicles over the limit of
/// those checked, sessions held of those planned.
///
/// Numerator: the sum of `part`. Denominator: the sum of `whole`, over the same records. Where the part is more than the whole (more sessions
/// held than planned) or either is no whole number, it is no part of so many, and carries no count. A period without a record, with a record that lacks
/// either number, or with a whole of nothing has no share.
public struct ShareOfSums: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "share_of_sums", summary: "One column as a share of another",
            definition:
                "Sum of the column `part` over the sum of the column `whole`, of records that satisfy the condition.",
            unit: .percent,
            parameters: [
                .dataset, ParameterDescription("part", .column, required: true, summary: "The column of the part."),
                ParameterDescription("whole", .column, required: true, summary: "The column of the whole."), .condition,
            ], carriesCounts: true, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let part = try request.text("part")
        let whole = try request.text("whole")
        return request.queriesByPeriod(
            "sums", of: try request.dataset(), where: try request.condition(),
            measures: [
                Measure("part", .sum(part)), Measure("whole", .sum(whole)),
                Measure("lacking", .countWhere("missing(\(part)) or missing(\(whole))")),
            ])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let parts = try request.column("part", of: "sums", for: frame)
        let wholes = try request.column("whole", of: "sums", for: frame)
        let lacking = try request.column("lacking", of: "sums", for: frame)
        return try frame.rows { cell in
            guard lacking[cell] == 0, let part = parts[cell], let whole = wholes[cell], whole > 0 else { return nil }
            let isCount = part >= 0 && part <= whole && part == part.rounded() && whole == whole.rounded()
            return Observation(value: part / whole, numerator: part, denominator: whole, count: isCount ? part : nil)
        }
    }
}
