import ModuleKit

/// `marac_repeat_share`: the share of Marac cases that are repeats.
///
/// The conferences count them, so nothing before the figures is needed. About 31 to 33% is usual nationally.
///
/// - Numerator: repeat cases: abuse between the same victim and perpetrator within 12 months of the last referral to
///   Marac.
/// - Denominator: all cases of the same returns; without one there is no share.
/// - Unit: percent.
/// - Source: SafeLives, *Definition of a "repeat" at Marac*, and its Marac national dataset.
/// - Departures: none. Which case is a repeat is taken as returned, and not worked out anew.
struct MaracRepeatShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "marac_repeat_share", summary: "Share of Marac cases that are repeats",
            definition: "Repeat cases over all cases, as the conferences return them.", unit: .percent,
            datasets: [Marac.use], carriesCounts: true, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        Marac.queries("repeats", for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Marac.shares(for: frame, of: request)
    }
}
