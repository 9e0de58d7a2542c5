import ModuleKit

/// `knife_share`: the share of serious youth violence incidents in which a knife was used, or threatened.
///
/// Whether it was is the police's own mark on the record; an incident without the mark counts as without a knife.
struct KnifeShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "knife_share", summary: "Share of incidents with a knife",
            definition: "Incidents as `incidents` counts them that are marked as knife-enabled, over all of them.",
            unit: .percent, parameters: YouthViolence.parameters, datasets: [YouthViolence.use], carriesCounts: true,
            addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try YouthViolence.queries(Share.measures(of: "knife == true"), for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Share.rows(of: "incidents", for: frame, request)
    }
}
