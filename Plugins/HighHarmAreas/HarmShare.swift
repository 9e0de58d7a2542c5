import Measures
import ModuleKit

/// `harm_share`: what some crime types contribute to the harm of all crime.
///
/// A share of weighted sums has no count behind it, so chance is not judged.
///
/// - Numerator: Σ count × weight over `crime_types`, the weights from the dataset `harm_weights`, as for `crime_harm`.
/// - Denominator: Σ count × weight over all types; without harm there is no share.
/// - Unit: percent.
/// - Source: that of the weights, as for `crime_harm`; the share is the partnership's own definition.
/// - Departures: those of `crime_harm`. A type without a weight counts nothing, and a note names it; where `crime_types`
///   names one, the KPI fails.
struct HarmShare: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "harm_share", summary: "Share of some crime types in the harm of all",
            definition: "Records of the crime types times their weights, over records of every type times their weights.",
            unit: .percent,
            parameters: [
                ParameterDescription("crime_types", .texts, required: true, summary: "The crime types told of."),
                .ownCondition, HarmTable.edition,
            ], datasets: HarmTable.datasets, carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        _ = try types(request)
        return try HarmTable.queries(request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let types = try types(request.request)
        let all = try HarmTable(for: frame, of: request)
        let some = try HarmTable(for: frame, of: request, only: types)
        if let type = types.subtracting(all.weightedTypes).min() {
            throw .unfitData("the dataset 'harm_weights' gives no weight for '\(type)'")
        }
        return try frame.rows { cell in
            let key = HarmTable.Key(area: cell.area, period: cell.period.ordinal)
            guard let whole = all.sums[key]?.weighted, whole > 0 else { return nil }
            let part = some.sums[key]?.weighted ?? 0
            return Observation(value: part / whole, numerator: part, denominator: whole)
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        try HarmTable(for: frame, of: request).notes
    }

    private func types(_ request: IndicatorRequest) throws(IndicatorError) -> Set<String> {
        Set(try request.texts("crime_types"))
    }
}
