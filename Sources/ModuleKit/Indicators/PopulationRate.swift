import Measures

/// `rate`: records per so many people. How many is the KPI's unit: `per 1,000 people`.
public struct PopulationRate: FrameIndicator {
    private let population = PopulationDenominator()

    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "rate", summary: "Records per so many people",
            definition: """
                Records that satisfy the condition, over the people of the year that holds the period's last month (the \
                latest earlier year's where that is not published), times the unit's number.
                """, unit: .rate, parameters: [.dataset, .condition] + population.parameters, carriesCounts: true,
            addsUp: false, growsWithDays: true, counts: CountedRecords(where: [.condition(parameter: "where")]))
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "records", of: try request.dataset(), where: try request.condition(), measures: [Measure("n", .count)])
            + (try population.queries(request))
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try PerPopulation.rows(
            events: try request.column("n", of: "records", for: frame),
            people: try population.figures(for: frame, of: request), for: frame, request)
    }
}

/// What every rate per so many people has in common.
public enum PerPopulation {
    /// Events over people times the unit's number, with both and the population's year beside it; nothing where no
    /// population is known.
    public static func rows(
        events: GroupedColumn, people: YearlyFigures, for frame: Frame, _ request: ComputeRequest
    ) throws(IndicatorError) -> [ComputedObservations.Row] {
        let rate = try request.request.rate()
        return try frame.rows { cell in
            guard let people = people.stock(cell) else { return nil }
            let count = events[cell] ?? 0
            return Observation(
                value: rate.value(events: count, among: people.value, in: cell.period), numerator: count,
                denominator: people.value, denominatorVintage: people.vintage, count: count)
        }
    }
}
