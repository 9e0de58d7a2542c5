import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("The share of harm")
struct HarmShareTests {
    static let tables = [
        "crime/borough/quarter": Table([
            ("area", .texts(Array(repeating: Asking.telford, count: 3))), ("period", .numbers([8_096, 8_096, 8_096])),
            ("crime_type", .texts(["Burglary", "Robbery", "Anti-social behaviour"])), ("n", .numbers([10, 4, 50])),
        ]),
        "harm_weights": weights([("Burglary", "2022", 30), ("Robbery", "2022", 200), ("Shoplifting", "2022", 5)]),
    ]

    static func weights(_ rows: [(type: String, edition: String, weight: Double)]) -> Table {
        Table([
            ("crime_type", .texts(rows.map(\.type))), ("edition", .texts(rows.map(\.edition))),
            ("least", .numbers(rows.map(\.weight))), ("greatest", .numbers(rows.map(\.weight))),
        ])
    }

    static func asking(_ types: String...) -> Asking {
        Asking(with: ["crime_types": .texts(types)], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
    }

    @Test(
        "4 robberies at 200 are 800 of 1,100; a type that did not occur is 0; a quarter without harm has no share",
        arguments: [(["Robbery"], 800.0), (["Burglary", "Robbery"], 1_100), (["Shoplifting"], 0)] as [([String], Double)])
    func share(_ types: [String], _ part: Double) throws {
        let asking = Asking(with: ["crime_types": .texts(types)], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
        let answer = try #require(try asking.answer(HarmShare(), Self.tables))
        #expect(
            answer.rows.map(\.observation) == [Observation(value: part / 1_100, numerator: part, denominator: 1_100)])
        #expect(answer.notes == ["no weight is given for Anti-social behaviour: not counted"])
    }

    @Test("a type without a weight has no contribution to tell")
    func withoutWeight() {
        #expect(throws: IndicatorError.unfitData("the dataset 'harm_weights' gives no weight for 'Robery'")) {
            try Self.asking("Burglary", "Robery").observations(HarmShare(), Self.tables)
        }
    }

    @Test(
        "of several editions one is named; one that is not there, or none where there are several, is refused",
        arguments: [("2022", 800.0 / 1_100), ("2023", 400.0 / 700), ("2024", nil), (nil, nil)] as [(String?, Double?)])
    func editions(_ edition: String?, _ share: Double?) throws {
        var tables = Self.tables
        tables["harm_weights"] = Self.weights([
            ("Burglary", "2022", 30), ("Burglary", "2023", 30), ("Robbery", "2022", 200), ("Robbery", "2023", 100),
        ])
        var asking = Self.asking("Robbery")
        asking.request.parameters["edition"] = edition.map(ParameterValue.text)
        if let share {
            #expect(try asking.observations(HarmShare(), tables).map(\.value) == [share])
        } else {
            #expect(
                throws: IndicatorError.unfitParameter(
                    "edition", expected: "one of the editions that harm_weights holds: 2022, 2023")
            ) {
                try asking.observations(HarmShare(), tables)
            }
        }
    }
}
