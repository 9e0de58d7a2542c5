import ModuleKit

/// `knife_share`: the share of serious youth violence incidents in which a knife was used, or threatened.
///
/// - Numerator: incidents, as `incidents` counts them, with the police's own mark on the record that they were
///   knife-enabled.
/// - Denominator: all incidents that `incidents` counts; without one there is no share.
/// - Unit: percent.
/// - Source: Office for National Statistics, *Crime in England and Wales*, on offences involving a knife or sharp
///   instrument.
/// - Departures: the national series counts offences of a fixed list, here incidents of the KPI's offences; one without
///   the mark counts as without a knife.
struct KnifeShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "knife_share", summary: "Share of incidents with a knife",
            definition: "Incidents as `incidents` counts them that are marked as knife-enabled, over all of them.",
            unit: .percent, parameters: YouthViolence.parameters, datasets: [YouthViolence.use], carriesCounts: true,
            addsUp: false, counts: YouthViolence.counted(part: [.fixed("knife == true")]))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try YouthViolence.queries(Share.measures(of: "knife == true"), for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Share.rows(of: "incidents", for: frame, request)
    }
}
