import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("High-harm areas")
struct HighHarmAreasTests {
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
        "empty homes: where the baseline's quarter is not returned, or had none empty, there is no share",
        arguments: [
            [(Asking.telford, "2024 Q2", [405, 10])],
            [(Asking.telford, "2024 Q1", [0, 12]), (Asking.telford, "2024 Q2", [405, 10])],
            [(Asking.telford, "2024 Q1", [.nan, 12]), (Asking.telford, "2024 Q2", [405, 10])],
        ] as [[(area: String, period: String, numbers: [Double])]])
    func emptyHomesOfNone(_ homes: [(area: String, period: String, numbers: [Double])]) throws {
        let asking = Asking(with: ["baseline": .text("2023/24")], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
        let tables = ["homes/borough": Asking.table(homes, ["empty", "returned"])]
        #expect(try asking.observations(EmptyHomesReturned(), tables).isEmpty)
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

    @Test(
        "crime harm: without people there is no value",
        arguments: [[], [(Asking.telford, 2024, 0)], [("elsewhere", 2024, 9)]])
    func crimeHarmOfNone(_ people: [(area: String, year: Double, people: Double)]) throws {
        let tables = [
            "crime/borough/quarter": Table([
                ("area", .texts([Asking.telford])), ("period", .numbers([8_096])), ("crime_type", .texts(["Burglary"])),
                ("n", .numbers([10])),
            ]),
            "harm_weights": HarmShareTests.weights([("Burglary", "2022", 30)]), "population/borough": Asking.people(people),
        ]
        #expect(try Asking(with: [:], unit: .index, periods: ["2024 Q1"]).observations(CrimeHarm(), tables).isEmpty)
    }

    @Test("unplaced share: 20 of 1,000 records without a place are 2%, of each sender's area its own")
    func unplacedShare() throws {
        let asking = Asking(
            with: ["dataset": .text("street_crime")], unit: .percent, areas: ["North", "South", "East"],
            periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([("North", "2024 Q1", [20, 1_000]), ("South", "2024 Q1", [3, 60])], ["part", "whole"])
        let answer = try #require(try asking.answer(UnplacedShare(), ["records/borough/quarter": table]))
        #expect(
            answer.rows.map(\.observation) == [
                Observation(value: 0.02, numerator: 20, denominator: 1_000, count: 20),
                Observation(value: 0.05, numerator: 3, denominator: 60, count: 3),
            ])
        #expect(answer.rows.map(\.area) == ["North", "South"])
        #expect(
            try UnplacedShare().plan(asking.request).map(\.groupings) == [[.sender(level: "borough"), .period(.quarter)]])
    }
}
