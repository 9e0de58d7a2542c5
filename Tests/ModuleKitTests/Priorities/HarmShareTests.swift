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
        "harm_weights": Table([
            ("crime_type", .texts(["Burglary", "Robbery", "Shoplifting"])), ("weight", .numbers([30, 200, 5])),
        ]),
    ]

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
}
