import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("Incidents against population")
struct AgainstPopulationTests {
    static let young = #"age_band in ["10-15", "16-17", "18-24"]"#

    static let asking: Asking = {
        var asking = Asking(
            with: [
                "under_age": .number(25), "offences": .texts(["Robbery"]), "population_where": .text(young),
            ], unit: .index, grain: .financialYear, areas: ["W1", "W2", "W3"], periods: ["2023/24", "2024/25"])
        asking.frame.level = "ward"
        asking.request.levels = ["ward"]
        return asking
    }()

    static let tables = [
        "incidents/ward/financial year": Asking.table([("W1", "2023/24", [24]), ("W2", "2023/24", [6])], ["n"]),
        "incidents/borough/financial year": Asking.table([(Asking.telford, "2023/24", [120])], ["n"]),
        "population/ward": Asking.people([("W1", 2023, 3_000), ("W2", 2023, 1_500), ("W3", 2022, 600)]),
        "population/borough": Asking.people([(Asking.telford, 2023, 30_000)]),
    ]

    @Test(
        "24 of 120 incidents among 3,000 of 30,000 young people, where 12 were expected, are 2; a year without any has no index"
    )
    func index() throws {
        #expect(
            try Self.asking.observations(AgainstPopulation(), Self.tables) == [
                Observation(
                    value: 2, numerator: 24, denominator: 12, denominatorVintage: "2023", count: 24, sumOfSquaredWeights: 24),
                Observation(
                    value: 1, numerator: 6, denominator: 6, denominatorVintage: "2023", count: 6, sumOfSquaredWeights: 6),
                Observation(
                    value: 0, numerator: 0, denominator: 2.4, denominatorVintage: "2022, 2023", count: 0,
                    sumOfSquaredWeights: 0),
            ])
    }

    @Test("the whole is asked for beside the wards, and once where the KPI is told for it too")
    func queries() throws {
        #expect(Set(try AgainstPopulation().plan(Self.asking.request).map(\.name)) == Set(Self.tables.keys))
        var both = Self.asking.request
        both.levels = ["borough", "ward"]
        #expect(try AgainstPopulation().plan(both).map(\.name).count == 4)
        #expect(
            try AgainstPopulation().plan(both).filter { $0.dataset == "population" }.map(\.filter) == [
                Self.young, Self.young,
            ])
        both.parameters["population_where"] = nil
        #expect(throws: IndicatorError.missingParameter("population_where")) { try AgainstPopulation().plan(both) }
    }

    @Test("an area without young people has no index, nor has any where the whole has none")
    func nobody() throws {
        var tables = Self.tables
        tables["population/ward"] = Asking.people([("W1", 2023, 3_000), ("W2", 2023, 0)])
        let asking = Self.asking
        #expect(try asking.answer(AgainstPopulation(), tables)?.rows.map(\.area) == ["W1"])
        tables["population/borough"] = Asking.people([(Asking.telford, 2023, 0)])
        #expect(try asking.observations(AgainstPopulation(), tables).isEmpty)
    }

    @Test("a whole of several areas is none")
    func whole() {
        var tables = Self.tables
        tables["incidents/borough/financial year"] = Asking.table([("B1", "2023/24", [1]), ("B2", "2023/24", [1])], ["n"])
        #expect(
            throws: IndicatorError.unfitParameter("whole_level", expected: "a level of one area: 'borough' has more")
        ) {
            try Self.asking.observations(AgainstPopulation(), tables)
        }
    }
}
