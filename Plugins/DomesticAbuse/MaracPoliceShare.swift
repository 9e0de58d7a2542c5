import ModuleKit

/// `marac_police_share`: the share of Marac cases that the police referred.
///
/// Neither direction is better by itself: a high share may be few referrals from other agencies.
///
/// - Numerator: cases that the police referred, as the conferences return them.
/// - Denominator: all cases of the same returns; without one there is no share.
/// - Unit: percent.
/// - Source: SafeLives, Marac national dataset, which tells the referrals of partner agencies, the rest of 100%.
/// - Departures: none. Where returns are outstanding the share is that of the conferences that are in, and how many those
///   are goes with it.
struct MaracPoliceShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "marac_police_share", summary: "Share of Marac cases that the police referred",
            definition: "Cases that the police referred over all cases, as the conferences return them.",
            unit: .percent,
            datasets: [Marac.use], carriesCounts: true, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        Marac.queries("police_referrals", for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Marac.shares(for: frame, of: request)
    }
}
