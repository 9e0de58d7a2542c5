import Measures
import ModuleKit

/// `repeat_victims`: people who were a victim of serious youth violence within 12 months of the last time.
///
/// - Numerator: different victims of an incident of the period whose last incident before it, among those that
///   `incidents` counts, lies 365 days or fewer back, in the period or before it.
/// - Denominator: none.
/// - Unit: count of people.
/// - Source: the partnership's own definition; what counts as serious violence is each area's to define under Home
///   Office, *Serious Violence Duty: statutory guidance* (2022), so ages and offences are parameters.
/// - Departures: 12 months are told as 365 days; a victim without a reference is in no count; a repeat is known only
///   within the dataset, so the first 12 months of a series have none. Victims do not add up over areas or periods.
struct RepeatVictims: FrameIndicator {
    private static let sinceLast = "days_since_last"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "repeat_victims", summary: "Victims again within 12 months",
            definition: """
                Different victims of an incident, as `incidents` counts them, whose last such incident lies 365 days or fewer before it.
                """, unit: .count, parameters: YouthViolence.parameters, datasets: [YouthViolence.use], carriesCounts: true,
            addsUp: false, monthsBehind: 12)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let step = RecordStep(
            Self.sinceLast, .gap(of: ["victim"]), among: try YouthViolence.condition(request))
        return request.queriesByPeriod(
            "victims", of: YouthViolence.name, steps: [step], where: "\(Self.sinceLast) <= 365",
            measures: [Measure("n", .distinct("victim"))])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let victims = try request.column("n", of: "victims", for: frame)
        return try frame.rows { cell in
            Observation(value: victims[cell] ?? 0, count: victims[cell] ?? 0)
        }
    }
}
