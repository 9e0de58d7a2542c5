import Measures
import ModuleKit

/// `incidents`: incidents of serious youth violence, each once however many were hurt.
///
/// - Numerator: records of a listed offence with a victim or a suspect under the age stated.
/// - Denominator: none.
/// - Unit: count of incidents.
/// - Source: the partnership's strategy; what counts as serious violence is each area's to define under Home Office,
///   *Serious Violence Duty: statutory guidance* (2022), so ages and offences are parameters.
/// - Departures: an incident of which both ages are unknown does not count.
struct Incidents: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "incidents", summary: "Serious youth violence incidents",
            definition: "Incidents of a listed offence with a victim or a suspect under the age stated.", unit: .count,
            parameters: YouthViolence.parameters, datasets: [YouthViolence.use], carriesCounts: true, addsUp: true,
            counts: YouthViolence.counted())
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try YouthViolence.queries([Measure("n", .count)], for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let counts = try request.column("n", of: "incidents", for: frame)
        return try frame.rows { cell in
            Observation(value: counts[cell] ?? 0, count: counts[cell] ?? 0)
        }
    }
}
