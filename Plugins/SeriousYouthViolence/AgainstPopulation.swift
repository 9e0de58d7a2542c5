import Measures
import ModuleKit

/// `against_population`: incidents in an area against what its share of the young population would give: 1 is its share,
/// 2 twice that.
///
/// Chance is judged by the area's own count (Σw² is that count); that the whole holds it too makes the test a little
/// careful.
///
/// - Numerator: incidents of the area, as `incidents` counts them.
/// - Denominator: incidents of the whole times the area's share of the people who satisfy `population_where` (those aged 10
///   to 24 for the partnership), in the year that holds the period's last month. Without an incident in the whole, or
///   without any such people in the area or the whole, there is no value.
/// - Unit: an index: 1 is what the population would give.
/// - Source: the partnership's own definition: indirect standardisation without age groups.
/// - Departures: incidents are counted where they happened, people where they live, so a town centre stands out without
///   being more dangerous for those who live there. An incident without a place counts for the whole and for no area.
struct AgainstPopulation: FrameIndicator {
    private let population = PopulationDenominator(requiresCondition: true)

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "against_population", summary: "Incidents in an area against its share of young people",
            definition: """
                Incidents of the area, as `incidents` counts them, over the incidents of the whole times the area's share of \
                people who satisfy `population_where` (those aged 10 to 24).
                """, unit: .index,
            parameters: YouthViolence.parameters + [
                ParameterDescription("whole_level", .text, summary: "The level of the whole; borough where left out.")
            ] + population.parameters, datasets: [YouthViolence.use], carriesCounts: true, addsUp: false,
            counts: YouthViolence.counted())
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        var all = request
        let whole = try wholeLevel(request)
        if !all.levels.contains(whole) { all.levels.append(whole) }
        return try YouthViolence.queries([Measure("n", .count)], for: all) + population.queries(all)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !frame.areas.isEmpty else { return [] }
        var whole = frame
        whole.level = try wholeLevel(request.request)
        let wholes = Set(try request.table("incidents", for: whole).texts("area"))
        guard wholes.count <= 1 else {
            throw .unfitParameter("whole_level", expected: "a level of one area: '\(whole.level)' has more")
        }
        // Without any incident the whole is in no row, and no area has an expected number.
        guard let name = wholes.first else { return [] }
        whole.areas = [name]
        let counts = try request.column("n", of: "incidents", for: frame)
        let all = try request.column("n", of: "incidents", for: whole)
        let people = try population.figures(for: frame, of: request)
        let everyone = try population.figures(for: whole, of: request)
        return try frame.rows { cell in
            var of = cell
            of.area = name
            of.areaIndex = 0
            guard let living = people.stock(cell), let among = everyone.stock(of), let total = all[of], total > 0 else {
                return nil
            }
            let count = counts[cell] ?? 0
            let expected = total * living.value / among.value
            let vintage = Set([living.vintage, among.vintage]).sorted().joined(separator: ", ")
            return Observation(
                value: count / expected, numerator: count, denominator: expected, denominatorVintage: vintage,
                count: count, sumOfSquaredWeights: count)
        }
    }

    private func wholeLevel(_ request: IndicatorRequest) throws(IndicatorError) -> String {
        try request.optionalText("whole_level") ?? "borough"
    }
}
