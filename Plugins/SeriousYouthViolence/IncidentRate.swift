import ModuleKit

/// `incident_rate`: incidents of serious youth violence per so many people aged 10 to 24.
///
/// - Numerator: as `incidents`.
/// - Denominator: people aged 10 to 24 of the year that holds the period's last month: those of the age bands 10-15,
///   16-17 and 18-24, unless `population_where` says otherwise.
/// - Unit: a rate, per the number of people that the KPI's unit names.
/// - Source: the partnership's strategy; what counts as serious violence is each area's to define under Home Office,
///   *Serious Violence Duty: statutory guidance* (2022), so ages and offences are parameters.
/// - Departures: the numerator counts incidents where they happened, the denominator people where they live.
struct IncidentRate: FrameIndicator {
    private let population = PopulationDenominator(where: Condition.oneOf("age_band", ["10-15", "16-17", "18-24"]))

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "incident_rate", summary: "Serious youth violence per so many aged 10 to 24",
            definition: "Incidents as `incidents` counts them, over people aged 10 to 24, times the unit's number.",
            unit: .rate, parameters: YouthViolence.parameters + population.parameters, datasets: [YouthViolence.use],
            carriesCounts: true, addsUp: false)
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
