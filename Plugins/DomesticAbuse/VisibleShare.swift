import Measures
import ModuleKit

/// `visible_share`: the share of the estimated adult victims of a year who are visible to services.
///
/// There is no count of events behind it, so chance can't be judged.
///
/// - Numerator: adult victims visible to services, as stated.
/// - Denominator: estimated adult victims of the last year, as stated.
/// - Unit: percent.
/// - Source: the needs assessment that the partnership's strategy states: 2,295 of 7,020.
/// - Departures: both figures are rounded estimates, and the bounds are what the two roundings leave open: 2,295 (to 5)
///   of 7,020 (to 10) is 32.7%, between 32.6% and 32.8%. The assessment names no period: `at` says which it is taken to
///   be of.
struct VisibleShare: FrameIndicator {
    private static let visible = "da_victims_visible"
    private static let all = "da_victims_last_year"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "visible_share", summary: "Share of estimated victims visible to services",
            definition:
                "Adult victims visible to services over estimated adult victims of the last year, as published.",
            unit: .percent, parameters: [.standInPeriod], datasets: [PublishedFigures.dataset], carriesCounts: false,
            addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        PublishedFigures.queries([Self.visible, Self.all], for: request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let published = try PublishedFigures(for: frame, of: request)
        let standIn = try request.request.standInPeriod()
        return try frame.rows { cell throws(IndicatorError) in
            let part = try published.observations(of: Self.visible, area: cell.area, at: standIn)[cell.period]
            let whole = try published.observations(of: Self.all, area: cell.area, at: standIn)[cell.period]
            guard let part, let whole, let visible = part.value, let all = whole.value else { return nil }
            let wholeBounds = whole.bounds ?? Observation.Bounds(low: all, high: all)
            let partBounds = part.bounds ?? Observation.Bounds(low: visible, high: visible)
            guard wholeBounds.low > 0 else { return nil }
            return Observation(
                value: visible / all,
                bounds: Observation.Bounds(
                    low: partBounds.low / wholeBounds.high, high: partBounds.high / wholeBounds.low),
                numerator: visible, denominator: all)
        }
    }
}
