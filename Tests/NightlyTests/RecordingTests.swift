import Diagnostics
import Measures
import ModuleKit
import RuleLanguage
import Testing

@testable import Definitions
@testable import Nightly
@testable import Warehouse

/// What is kept of a ward that holds a part of an old area code, whose records lie in no single ward.
@Suite("Figures as they are recorded")
struct RecordingTests {
    private static let ward = AreaLevel("ward")
    private static let wards = [AreaCode("W1"), AreaCode("W2")]

    /// W1 holds a part of an old code; W2 does not. Three records of each of January to March 2023 carry that code.
    private static func recorded(
        _ unit: Unit, _ period: Period, _ observation: Observation
    ) -> (straddled: Observation, whole: Observation) {
        let geography = Geography(
            levels: [AreaLevel("borough"), ward],
            areas: [Area(code: AreaCode("B1"), name: "Borough", level: AreaLevel("borough"))]
                + wards.map { Area(code: $0, name: $0.rawValue, level: ward) },
            placements: [], straddled: [wards[0]])
        let kpi = KPI(
            id: "violence", title: "Violence", indicator: "rate", parameters: [:], unit: unit, grains: [period.grain],
            levels: [ward], better: .lower, datasets: ["incidents"],
            declaration: KPIDeclaration(
                name: "violence", unit: unit, grains: [period.grain], carriesCounts: true, addsUpOverPeriods: false),
            span: SourceSpan(file: SourceFile(path: "violence.yaml", text: ""), utf8Range: 0..<0))
        let planned = PlannedKPI(
            kpi: kpi,
            request: IndicatorRequest(
                kpi: "violence", indicator: "rate", unit: unit, grains: [period.grain], levels: [ward]),
            queries: [])
        let contract = DatasetContract(
            name: "incidents", title: "Incidents", files: ["*.csv"], columns: [], every: .month, dueDays: 0)
        let receipt = DatasetReceipt(
            dataset: "incidents", files: [], setAside: [], setAsideCounts: [:],
            placements: (1...3).map { month in
                MonthPlacement(
                    monthOrdinal: Month(year: 2023, month: month).ordinal, records: 23, elsewhere: 0, unplaced: 0,
                    placed: ["ward": 20])
            }, made: false, standing: .usable, diagnostics: [])
        let asOf = period.lastDay.advanced(byDays: 1)
        let coverage = Coverage(planned, contracts: [contract], receipts: [receipt], asOf: asOf)
        let told = ComputedObservations(
            kpi: "violence", frame: Frame(level: ward, grain: period.grain, areas: wards, periods: [period.ordinal]),
            rows: wards.map {
                ComputedObservations.Row(area: $0.rawValue, period: period.ordinal, observation: observation)
            })
        let block = Recording(kpi: kpi, coverage: coverage, geography: geography, asOf: asOf).blocks(
            from: [told], failed: false)[0]
        return (block[0, block.periodCount - 1], block[1, block.periodCount - 1])
    }

    @Test(
        "the records that may lie in a ward are added in the rate's own time: of a month twelvefold to the year, of a quarter fourfold",
        arguments: [
            // Three records a month among 6,000 people: 0.5 per 1,000.
            (Unit.TimeBase.period, "2023-03", 0.5), (.month, "2023-03", 0.5), (.quarter, "2023-03", 1.5),
            (.year, "2023-03", 6),
            (.period, "2023 Q1", 1.5), (.month, "2023 Q1", 0.5), (.quarter, "2023 Q1", 1.5), (.year, "2023 Q1", 6),
        ] as [(Unit.TimeBase, String, Double)])
    func yearlyRates(_ time: Unit.TimeBase, _ text: String, _ more: Double) throws {
        let period = try #require(Period(text))
        let unit = Unit.Rate(per: 1000, of: "people", time: time)
        let value = 60 / unit.events(among: 6_000, in: period)
        let (straddled, whole) = Self.recorded(
            .rate(unit), period, Observation(value: value, numerator: 60, denominator: 6_000, count: 60))
        let bounds = try #require(straddled.bounds)
        #expect(bounds.low == value && abs(bounds.high - value - more) < 1e-12)
        // What may lie there as a rate is so many more events.
        let records = period.grain == .month ? 3.0 : 9
        #expect(abs(bounds.high * unit.events(among: 6_000, in: period) - 60 - records) < 1e-9)
        #expect(whole.bounds == nil && whole.value == value)
    }

    @Test("a count by the records themselves; shares, and figures with bounds of their own, as they are")
    func others() throws {
        let month = try #require(Period("2023-03"))
        #expect(
            Self.recorded(.count, month, Observation(value: 20, count: 20)).straddled.bounds
                == Observation.Bounds(low: 20, high: 23))
        #expect(
            Self.recorded(.percent, month, Observation(value: 0.2, numerator: 20, denominator: 100, count: 20)).straddled
                .bounds
                == nil)
        let own = Observation.Bounds(low: 19, high: 21)
        #expect(Self.recorded(.count, month, Observation(value: 20, bounds: own, count: 20)).straddled.bounds == own)
        let rate = Unit.rate(Unit.Rate(per: 1000, of: "people", time: .year))
        #expect(Self.recorded(rate, month, Observation(value: 40, count: 20)).straddled.bounds == nil, "no people, no bound")
    }
}
