import ModuleKit

/// `incident_rate`: incidents of serious youth violence per so many young people.
///
/// - Numerator: as `incidents`.
/// - Denominator: people of the year that holds the period's last month who satisfy `population_where`, those aged 10 to 24
///   for the partnership. Without any there is no rate.
/// - Unit: a rate, per the number of people that the KPI's unit names.
/// - Source: the partnership's strategy; what counts as serious violence is each area's to define under Home Office,
///   *Serious Violence Duty: statutory guidance* (2022), so ages and offences are parameters.
/// - Departures: the numerator counts incidents where they happened, the denominator people where they live.
struct IncidentRate: FrameIndicator {
    private let population = PopulationDenominator(requiresCondition: true)

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "incident_rate", summary: "Serious youth violence per so many young people",
            definition: """
                Incidents as `incidents` counts them, over people who satisfy `population_where` (those aged 10 to 24), times \
                the unit's number.
                """,
            unit: .rate, parameters: YouthViolence.parameters + population.parameters, datasets: [YouthViolence.use],
            carriesCounts: true, addsUp: false, growsWithDays: true, counts: YouthViolence.counted())
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try YouthViolence.queries([Measure("n", .count)], for: request) + (try population.queries(request))
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try PerPopulation.rows(
            events: try request.column("n", of: "incidents", for: frame),
            people: try population.figures(for: frame, of: request), for: frame, request)
    }
}
