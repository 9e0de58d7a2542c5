import Measures
import ModuleKit

/// `repeat_victims`: people who were a victim of serious youth violence again within so many days of the last time.
///
/// - Numerator: different victims of an incident of the period whose last incident before it, among those that
///   `incidents` counts, lies `days` or fewer back, in the period or before it.
/// - Denominator: none.
/// - Unit: count of people.
/// - Source: the partnership's own definition; what counts as serious violence is each area's to define under Home
///   Office, *Serious Violence Duty: statutory guidance* (2022), so ages and offences are parameters.
/// - Departures: 12 months are told as 365 days; a victim without a reference is in no count; a repeat is known only
///   within the dataset, so the first months of a series, as many as always hold the days, are not told. Victims do not add up over
///   areas or periods.
struct RepeatVictims: FrameIndicator {
    private static let sinceLast = "days_since_last"
    private static let mostDays = 365

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "repeat_victims", summary: "Victims again within so many days",
            definition: """
                Different victims of an incident, as `incidents` counts them, whose last such incident lies the stated days or \
                fewer before it: 365 for 12 months.
                """, unit: .count,
            parameters: YouthViolence.parameters + [
                ParameterDescription(
                    "days", .number, required: true,
                    summary: "Days since the last time that make a repeat, 1 to \(Self.mostDays).")
            ], datasets: [YouthViolence.use], carriesCounts: true, addsUp: false, monthsBehind: .days(parameter: "days"))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let days = try request.whole("days")
        guard (1...Self.mostDays).contains(days) else { throw .unfitParameter("days", expected: "1 to \(Self.mostDays)") }
        let step = RecordStep(
            Self.sinceLast, .gap(of: ["victim"]), among: try YouthViolence.condition(request))
        return request.queriesByPeriod(
            "victims", of: YouthViolence.name, steps: [step], where: "\(Self.sinceLast) <= \(days)",
            measures: [Measure("n", .distinct("victim"))])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let victims = try request.column("n", of: "victims", for: frame)
        return try frame.rows { cell in
            Observation(value: victims[cell] ?? 0, count: victims[cell] ?? 0)
        }
    }
}
