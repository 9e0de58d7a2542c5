import Measures
import ModuleKit

/// `crime_harm`: recorded crime weighted by its harm, per 1,000 people.
///
/// Σ count × weight² goes with it, from which chance in a weighted index is judged.
///
/// - Numerator: Σ count × weight over crime types, the weights from the dataset `harm_weights`, given as data with their
///   source and edition.
/// - Denominator: people of the year that holds the period's last month, by the thousand. Without any there is no value.
/// - Unit: an index, in the weights' own measure.
/// - Source: Sherman, Neyroud and Neyroud, "The Cambridge Crime Harm Index" (Policing, 2016), which weights by days of
///   starting sentence, and the Office for National Statistics' Crime Severity Score, by sentences passed.
/// - Departures: both weight offences as recorded, and street-level data know fourteen types only, so a weight is that of a
///   mix of offences. Types without a weight count nothing, and a note names them.
struct CrimeHarm: FrameIndicator {
    private let population = PopulationDenominator()

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "crime_harm", summary: "Recorded crime weighted by harm, per 1,000 people",
            definition: "Records times the weight of their crime type, added up, over people, times 1,000.",
            unit: .index, parameters: [.ownCondition, HarmTable.edition] + population.parameters,
            datasets: HarmTable.datasets,
            carriesCounts: true, addsUp: false, growsWithDays: true)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try HarmTable.queries(request) + population.queries(request)
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let harm = try HarmTable(for: frame, of: request)
        let people = try population.figures(for: frame, of: request)
        return try frame.rows { cell in
            guard let people = people.stock(cell) else { return nil }
            let sums = harm.sums[HarmTable.Key(area: cell.area, period: cell.period.ordinal)] ?? HarmTable.Sums()
            return Observation(
                value: sums.weighted / people.value * 1_000, numerator: sums.weighted, denominator: people.value,
                denominatorVintage: people.vintage, count: sums.count, sumOfSquaredWeights: sums.squared)
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        try HarmTable(for: frame, of: request).notes
    }
}
