import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("Serious youth violence")
struct SeriousYouthViolenceTests {
    @Test("incidents: 37 in a quarter are 37, and none are zero")
    func incidents() throws {
        let asking = Asking(with: [:], periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [37])], ["n"])
        #expect(
            try asking.observations(Incidents(), ["incidents/borough/quarter": table]) == [
                Observation(value: 37, count: 37), Observation(value: 0, count: 0),
            ])
    }

    @Test(
        "a victim or a suspect under the age counts, 25 where none is stated",
        arguments: [
            ([:], "victim_age < 25 or suspect_age < 25"),
            (["under_age": .number(18)], "victim_age < 18 or suspect_age < 18"),
            (
                ["offences": .texts(["Robbery", "Say \"no\""])],
                #"(victim_age < 25 or suspect_age < 25) and (offence in ["Robbery", "Say ""no"""])"#
            ),
        ] as [([String: ParameterValue], String)])
    func condition(_ parameters: [String: ParameterValue], _ condition: String) throws {
        let asking = Asking(with: parameters, periods: [])
        #expect(try Incidents().plan(asking.request).first?.filter == condition)
    }

    @Test("an age that is not whole is refused", arguments: [24.5, -1, .infinity])
    func unfitAge(_ age: Double) {
        let asking = Asking(with: ["under_age": .number(age)], periods: [])
        #expect(throws: IndicatorError.self) { try Incidents().plan(asking.request) }
    }

    @Test("incident rate: 148 among 37,000 aged 10 to 24 are 4 per 1,000")
    func rate() throws {
        let asking = Asking(
            with: [:], unit: .rate(.init(per: 1_000, of: "people aged 10 to 24")), grain: .financialYear,
            periods: ["2022/23"])
        let tables = [
            "incidents/borough/financial year": Asking.table([(Asking.telford, "2022/23", [148])], ["n"]),
            "population/borough": Asking.people([(Asking.telford, 2023, 37_000)]),
        ]
        #expect(
            try asking.observations(IncidentRate(), tables) == [
                Observation(value: 4, numerator: 148, denominator: 37_000, denominatorVintage: "2023", count: 148)
            ])
    }

    @Test("knife share: 9 of 36 incidents are 25%")
    func knifeShare() throws {
        let asking = Asking(with: [:], unit: .percent, periods: ["2024 Q1"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [9, 36])], ["part", "whole"])
        #expect(
            try asking.observations(KnifeShare(), ["incidents/borough/quarter": table]) == [
                Observation(value: 0.25, numerator: 9, denominator: 36, count: 9)
            ])
    }
}
