import Measures
import ModuleKit

/// `ksi_casualties`: people killed or seriously injured in collisions that the police reported.
///
/// - Numerator: casualties of the `severities` stated, in STATS19 Fatal (dead within 30 days) and Serious.
/// - Denominator: none.
/// - Unit: count of people.
/// - Source: Department for Transport, *Reported road casualties Great Britain: notes, definitions, symbols and
///   conventions*.
/// - Departures: severity is as the police recorded it: a force that changes to injury-based recording finds more serious
///   injuries in the same collisions, and the figures are not adjusted for it.
struct KilledOrSeriouslyInjured: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "ksi_casualties", summary: "People killed or seriously injured on the roads",
            definition: "Casualties of the severities stated (Fatal and Serious), not adjusted for the recording system.",
            unit: .count,
            parameters: Casualties.parameters, datasets: [Casualties.use], carriesCounts: true, addsUp: true,
            counts: Casualties.ofAll)
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
