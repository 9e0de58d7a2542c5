import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("Serious youth violence")
struct SeriousYouthViolenceTests {
    static let counted: [String: ParameterValue] = ["under_age": .number(25), "offences": .texts(["Robbery", "Homicide"])]

    @Test("incidents: 37 in a quarter are 37, and none are zero")
    func incidents() throws {
        let asking = Asking(with: Self.counted, periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [37])], ["n"])
        #expect(
            try asking.observations(Incidents(), ["incidents/borough/quarter": table]) == [
                Observation(value: 37, count: 37), Observation(value: 0, count: 0),
            ])
    }

    @Test(
        "a listed offence with a victim or a suspect under the age counts",
        arguments: [
            (18.0, ["Robbery"], #"(victim_age < 18 or suspect_age < 18) and (offence in ["Robbery"])"#),
            (
                25, ["Robbery", "Say \"no\""],
                #"(victim_age < 25 or suspect_age < 25) and (offence in ["Robbery", "Say ""no"""])"#
            ),
        ])
    func condition(_ age: Double, _ offences: [String], _ condition: String) throws {
        let asking = Asking(with: ["under_age": .number(age), "offences": .texts(offences)], periods: [])
        #expect(try Incidents().plan(asking.request).first?.filter == condition)
    }

    @Test(
        "what counts has to be stated, by every indicator that counts it", arguments: ["under_age", "offences"],
        [Incidents(), IncidentRate(), KnifeShare(), RepeatVictims(), SchoolHoursShare(), AgainstPopulation()]
            as [any Indicator])
    func unstated(_ name: String, _ indicator: any Indicator) {
        var parameters = Self.counted
        parameters["days"] = .number(365)
        parameters["hours"] = .texts(["8"])
        parameters["population_where"] = .text("age_band == \"18-24\"")
        parameters[name] = nil
        #expect(throws: IndicatorError.missingParameter(name)) {
            try indicator.plan(Asking(with: parameters, periods: []).request)
        }
        #expect(indicator.description.parameters.contains { $0.name == name && $0.required })
    }

    @Test("an age that is not whole is refused", arguments: [24.5, -1, .infinity])
    func unfitAge(_ age: Double) {
        let asking = Asking(with: ["under_age": .number(age)], periods: [])
        #expect(throws: IndicatorError.self) { try Incidents().plan(asking.request) }
    }

    static let askingRate = Asking(
        with: counted.merging(["population_where": .text(AgainstPopulationTests.young)]) { $1 },
        unit: .rate(.init(per: 1_000, of: "people aged 10 to 24")), grain: .financialYear, periods: ["2022/23"])

    @Test("incident rate: 148 among 37,000 aged 10 to 24 are 4 per 1,000")
    func rate() throws {
        let tables = [
            "incidents/borough/financial year": Asking.table([(Asking.telford, "2022/23", [148])], ["n"]),
            "population/borough": Asking.people([(Asking.telford, 2023, 37_000)]),
        ]
        #expect(
            try Self.askingRate.observations(IncidentRate(), tables) == [
                Observation(value: 4, numerator: 148, denominator: 37_000, denominatorVintage: "2023", count: 148)
            ])
        #expect(try IncidentRate().plan(Self.askingRate.request).last?.filter == AgainstPopulationTests.young)
        #expect(throws: IndicatorError.missingParameter("population_where")) {
            try IncidentRate().plan(Asking(with: Self.counted, periods: []).request)
        }
    }

    @Test("incident rate: without young people there is no rate, and a year without an incident is 0")
    func rateOfNone() throws {
        func values(_ people: Table) throws -> [Double?] {
            try Self.askingRate.observations(
                IncidentRate(),
                ["incidents/borough/financial year": Asking.table([], ["n"]), "population/borough": people]
            ).map(\.value)
        }
        #expect(try values(Asking.people([(Asking.telford, 2023, 37_000)])) == [0])
        #expect(try values(Asking.people([(Asking.telford, 2023, 0)])) == [])
        #expect(try values(Asking.people([])) == [])
    }

    @Test("knife share: 9 of 36 incidents are 25%, and a quarter without an incident has no share")
    func knifeShare() throws {
        let asking = Asking(with: Self.counted, unit: .percent, periods: ["2024 Q1", "2024 Q2", "2024 Q3"])
        let table = Asking.table(
            [(Asking.telford, "2024 Q1", [9, 36]), (Asking.telford, "2024 Q2", [0, 0])], ["part", "whole"])
        #expect(
            try asking.observations(KnifeShare(), ["incidents/borough/quarter": table]) == [
                Observation(value: 0.25, numerator: 9, denominator: 36, count: 9)
            ])
    }
}
