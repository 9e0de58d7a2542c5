import Measures
import ModuleKit

/// `deaths`: people who died within 30 days of a collision that the police reported.
///
/// - Numerator: casualties of the `severities` that say killed (Fatal in STATS19), of the modes and age bands that the KPI
///   names.
/// - Denominator: none.
/// - Unit: count of people.
/// - Source: Department for Transport, *Reported road casualties Great Britain: notes, definitions, symbols and
///   conventions*.
/// - Departures: none in what is counted; they count in the period of the collision, not of the death. Provisional where
///   the dataset says so.
struct Deaths: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "deaths", summary: "People killed on the roads",
            definition: "Casualties of the severities stated: Fatal.", unit: .count, parameters: Casualties.parameters,
            datasets: [Casualties.use], carriesCounts: true,
            addsUp: true, counts: Casualties.ofAll)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try Casualties.queries(request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let counts = try request.column("n", of: Casualties.name, for: frame)
        return try frame.rows { cell in
            Observation(value: counts[cell] ?? 0, count: counts[cell] ?? 0)
        }
    }
}
