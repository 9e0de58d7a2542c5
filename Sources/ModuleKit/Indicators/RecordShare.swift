import Measures

/// `share`: the part of records that satisfy a second condition. Without a record there is no share: missing.
public struct RecordShare: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "share", summary: "Share of records",
            definition: "Records that satisfy both `where` and `of`, over records that satisfy `where`.",
            unit: .percent,
            parameters: [
                .dataset, .condition,
                ParameterDescription(
                    "of", .condition, required: true, summary: "What a record of the share satisfies."),
            ], carriesCounts: true, addsUp: false,
            counts: CountedRecords(where: [.condition(parameter: "where")], part: [.condition(parameter: "of")]))
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "records", of: try request.dataset(), where: try request.condition(),
            measures: Share.measures(of: try request.text("of")))
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Share.rows(of: "records", for: frame, request)
    }
}

/// What every share of records has in common, for indicators whose conditions are their own.
public enum Share {
    /// - Parameters:
    ///   - part: the condition that a record of the part satisfies.
    ///   - whole: the condition that a record of the whole satisfies; nil for every record.
    public static func measures(of part: String, among whole: String? = nil) -> [Measure] {
        [Measure("part", .countWhere(part)), Measure("whole", whole.map(Measure.Function.countWhere) ?? .count)]
    }

    /// The part over the whole, as a fraction, with both beside it; nothing where the whole is empty.
    public static func rows(
        of name: String, for frame: Frame, _ request: ComputeRequest
    ) throws(IndicatorError) -> [ComputedObservations.Row] {
        let parts = try request.column("part", of: name, for: frame)
        let wholes = try request.column("whole", of: name, for: frame)
        return try frame.rows { cell in
            guard let part = parts[cell], let whole = wholes[cell], whole > 0 else { return nil }
            return Observation(value: part / whole, numerator: part, denominator: whole, count: part)
        }
    }
}
