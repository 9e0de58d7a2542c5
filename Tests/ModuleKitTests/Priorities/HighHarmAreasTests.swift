import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("High-harm areas")
struct HighHarmAreasTests {
    /// Twelve small areas with 1 to 12 records: the top tenth are 2 of them, with 23 of 78.
    static let smallAreas = Asking.table((1...12).map { ("L\($0)", "2024 Q1", [Double($0)]) }, ["n"])

    @Test(
        "concentration: the top tenth is rounded up, and silent areas count where their number is stated",
        arguments: [(nil, 23.0), (21, 33), (5, 23)] as [(Double?, Double)])
    func concentration(_ stated: Double?, _ top: Double) throws {
        let asking = Asking(
            with: stated.map { ["small_areas": .number($0)] } ?? [:], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
        #expect(
            try asking.observations(Concentration(), ["small areas/quarter": Self.smallAreas]) == [
                Observation(value: top / 78, numerator: top, denominator: 78)
            ])
    }

    @Test("concentration is told for the whole only")
    func concentrationOfWards() {
        let asking = Asking(with: [:], unit: .percent, areas: ["W1", "W2"], periods: ["2024 Q1"])
        #expect(throws: IndicatorError.unsupported("concentration is told for the whole partnership, not by borough")) {
            try asking.observations(Concentration(), ["small areas/quarter": Self.smallAreas])
        }
    }

    static let homes = Asking.table(
        [
            (Asking.telford, "2023 Q4", [410, 9]), (Asking.telford, "2024 Q1", [400, 12]),
            (Asking.telford, "2024 Q2", [405, 10]),
            (Asking.telford, "2024 Q3", [398, 14]), (Asking.telford, "2025 Q1", [390, 8]),
        ], ["empty", "returned"])

    @Test("empty homes: 10 and 14 of 400 since March 2024 are 2.5% and 6%; a quarter without a return leaves a hole")
    func emptyHomes() throws {
        let asking = Asking(
            with: ["baseline": .text("2023/24")], unit: .percent,
            periods: ["2023 Q4", "2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4", "2025 Q1"])
        let answer = try #require(try asking.answer(EmptyHomesReturned(), ["homes/borough": Self.homes]))
        let told = Dictionary(
            uniqueKeysWithValues: answer.rows.map {
                (Period(grain: .quarter, ordinal: $0.period).description, $0.observation)
            })
        #expect(
            told == [
                "2024 Q1": Observation(value: 0, numerator: 0, denominator: 400, denominatorVintage: "2024 Q1"),
                "2024 Q2": Observation(value: 0.025, numerator: 10, denominator: 400, denominatorVintage: "2024 Q1"),
                "2024 Q3": Observation(value: 0.06, numerator: 24, denominator: 400, denominatorVintage: "2024 Q1"),
            ])
    }

    @Test(
        "empty homes: a baseline that is no period, or ends within a quarter, is refused",
        arguments: ["last year", "2024-02"])
    func emptyHomesBaseline(_ baseline: String) {
        let asking = Asking(with: ["baseline": .text(baseline)], unit: .percent, periods: [])
        #expect(throws: IndicatorError.self) { try EmptyHomesReturned().plan(asking.request) }
    }

    @Test("crime harm: 10 × 30 + 4 × 200 over 11,000 people is 100 per 1,000, with Σw² beside it")
    func crimeHarm() throws {
        let asking = Asking(with: [:], unit: .index, periods: ["2024 Q1", "2024 Q2"])
        let tables = [
            "crime/borough/quarter": Table([
                ("area", .texts([Asking.telford, Asking.telford, Asking.telford])),
                ("period", .numbers([8_096, 8_096, 8_096])),
                ("crime_type", .texts(["Burglary", "Robbery", "Anti-social behaviour"])),
                ("n", .numbers([10, 4, 50])),
            ]),
            "harm_weights": HarmShareTests.weights([("Burglary", "2022", 30), ("Robbery", "2022", 200)]),
            "population/borough": Asking.people([(Asking.telford, 2024, 11_000)]),
        ]
        let answer = try #require(try asking.answer(CrimeHarm(), tables))
        #expect(
            answer.rows.map(\.observation) == [
                Observation(
                    value: 100, numerator: 1_100, denominator: 11_000, denominatorVintage: "2024", count: 14,
                    sumOfSquaredWeights: 169_000),
                Observation(
                    value: 0, numerator: 0, denominator: 11_000, denominatorVintage: "2024", count: 0,
                    sumOfSquaredWeights: 0),
            ])
        #expect(answer.notes == ["no weight is given for Anti-social behaviour: not counted"])
    }

    @Test("unplaced share: 20 of 1,000 records without a place are 2%")
    func unplacedShare() throws {
        let asking = Asking(with: ["dataset": .text("street_crime")], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
        let table = Table([("period", .numbers([8_096])), ("part", .numbers([20])), ("whole", .numbers([1_000]))])
        #expect(
            try asking.observations(UnplacedShare(), ["records/quarter": table]) == [
                Observation(value: 0.02, numerator: 20, denominator: 1_000, count: 20)
            ])
        #expect(try UnplacedShare().plan(asking.request).first?.groupings == [.period(.quarter)])
    }
}
