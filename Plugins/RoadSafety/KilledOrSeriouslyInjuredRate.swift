import Measures
import ModuleKit

/// `ksi_rate`: people killed or seriously injured per so many vehicle miles, as the strategy tells it per billion.
///
/// - Numerator: casualties of the `severities` stated, in STATS19 Fatal and Serious.
/// - Denominator: vehicle miles of all motor vehicles in the area, of each month of the period a twelfth of its year's
///   figure. Without any there is no rate.
/// - Unit: a rate, per the vehicle miles that the KPI's unit names.
/// - Source: Department for Transport, *Reported road casualties Great Britain*, and its road traffic statistics by local
///   authority.
/// - Departures: a twelfth of the year for a month, which for a calendar year is the year's own figure. Traffic comes a
///   year late: until then the latest earlier year's stands in, and the vintage says so. Severity is not adjusted.
struct KilledOrSeriouslyInjuredRate: FrameIndicator {
    private static let traffic = "traffic"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "ksi_rate", summary: "People killed or seriously injured per so many vehicle miles",
            definition: """
                Casualties of the severities stated (Fatal and Serious), over vehicle miles (each month a twelfth of its year's), times \
                the unit's number.
                """, unit: .rate, parameters: Casualties.parameters,
            datasets: [
                Casualties.use,
                DatasetUse(
                    Self.traffic,
                    columns: [
                        ColumnUse("area", .area), ColumnUse("year", .whole), ColumnUse("vehicle_miles", .number),
                    ]),
            ], carriesCounts: true, addsUp: false, growsWithDays: true, counts: Casualties.ofAll)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try Casualties.queries(request)
            + request.queriesByArea(
                Self.traffic, of: Self.traffic, by: ["year"], measures: [Measure("miles", .sum("vehicle_miles"))])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let counts = try request.column("n", of: Casualties.name, for: frame)
        let traffic = try YearlyFigures(
            "miles", year: "year", of: try request.areaTable(Self.traffic, for: frame), named: Self.traffic)
        let rate = try request.request.rate()
        return try frame.rows { cell in
            guard let miles = traffic.flow(cell) else { return nil }
            let count = counts[cell] ?? 0
            return Observation(
                value: count / miles.value * rate.per, numerator: count, denominator: miles.value,
                denominatorVintage: miles.vintage, count: count)
        }
    }
}
