import Measures
import ModuleKit

/// `marac_returns`: the share of the expected Marac returns that are in.
///
/// A return that is not in is missing, not zero: under 100% every other Marac figure of the period rests on a part of the
/// conferences. It is a state of delivery and no outcome of chance, so it carries no count.
///
/// - Numerator: returns received.
/// - Denominator: returns expected; a period of which the source does not say what it expects has no share.
/// - Unit: percent.
/// - Source: the partnership's own definition; returns are those that conferences send to SafeLives each quarter.
/// - Departures: none.
struct MaracReturns: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "marac_returns", summary: "Share of expected Marac returns that are in",
            definition: "Returns received over returns expected.", unit: .percent, datasets: [Marac.use],
            carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] { Marac.queries(for: request) }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let returns = try Marac.Returns(for: frame, of: request)
        return try frame.rows { cell in
            guard let sources = returns[cell], sources.expected > 0 else { return nil }
            let received = Double(sources.received)
            let expected = Double(sources.expected)
            return Observation(
                value: received / expected, numerator: received, denominator: expected, sources: sources)
        }
    }
}
