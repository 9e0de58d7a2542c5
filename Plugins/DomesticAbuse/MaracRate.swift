import Measures
import ModuleKit

/// `marac_rate`: cases discussed at Marac per so many adult women, a year's figure.
///
/// - Numerator: cases, men's and repeat cases among them.
/// - Denominator: people of the year that holds the period's last month who satisfy `population_where`, women aged 16 and
///   over for the partnership. Without any there is no rate.
/// - Unit: a rate, per the number of women that the KPI's unit names. A quarter is told as a year's figure only where the
///   unit is `… a year`.
/// - Source: SafeLives, *Reviewing your Marac data*, which expects 40 cases per 10,000 of the adult female population.
/// - Departures: none in what is counted. Where the year has no population yet, the latest earlier one stands in, and the
///   vintage says so.
struct MaracRate: FrameIndicator {
    private let population = PopulationDenominator(requiresCondition: true)

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "marac_rate", summary: "Marac cases per so many adult women",
            definition: """
                Cases discussed, men's and repeats among them, over people who satisfy `population_where` (women aged 16 and \
                over).
                """, unit: .rate,
            parameters: population.parameters, datasets: [Marac.use], carriesCounts: true, addsUp: false, growsWithDays: true
        )
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        Marac.queries(for: request) + (try population.queries(request))
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let cases = try request.column("cases", of: Marac.name, for: frame)
        let returns = try Marac.Returns(for: frame, of: request)
        let women = try population.figures(for: frame, of: request)
        let rate = try request.request.rate()
        return try frame.rows { cell in
            guard let count = cases[cell], let among = women.stock(cell) else { return nil }
            return Observation(
                value: rate.value(events: count, among: among.value, in: cell.period), numerator: count,
                denominator: among.value, denominatorVintage: among.vintage, count: count, sources: returns[cell])
        }
    }
}
