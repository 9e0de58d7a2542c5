import Measures
import ModuleKit
import Testing

@testable import ChildExploitation

@Suite("Repeat missing")
struct RepeatMissingTests {
    static let three: [String: ParameterValue] = ["at_least": .number(3), "days": .number(90)]

    @Test("two children with a third episode within 90 days are 2, and a quarter without one is 0")
    func children() throws {
        let asking = Asking(with: Self.three, periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [2])], ["n"])
        #expect(
            try asking.observations(RepeatMissing(), ["children/borough/quarter": table]) == [
                Observation(value: 2, count: 2), Observation(value: 0, count: 0),
            ])
    }

    @Test(
        "the window is counted over all episodes of the child, and the number and the days are as stated",
        arguments: [
            (three, 90, "episodes_in_window >= 3"),
            (["at_least": .number(4), "days": .number(60)], 60, "episodes_in_window >= 4"),
        ] as [([String: ParameterValue], Int, String)])
    func window(_ parameters: [String: ParameterValue], _ days: Int, _ filter: String) throws {
        let query = try #require(try RepeatMissing().plan(Asking(with: parameters, periods: []).request).first)
        #expect(query.steps == [RecordStep("episodes_in_window", .count(of: ["child"], withinDays: days))])
        #expect(query.filter == filter)
        #expect(query.measures == [Measure("n", .distinct("child"))])
    }

    @Test("the days lie in the months behind a period, whenever it begins, and in no fewer", arguments: [1, 28, 29, 60, 90])
    func monthsBehind(_ days: Int) throws {
        let months = RepeatMissing().description.monthsBehind.months(["days": .number(Double(days))])
        let firsts = (1...48).map { Month(year: 2021, month: 1).advanced(by: $0) }
        func lie(in months: Int) -> Bool {
            firsts.allSatisfy { $0.firstDay.advanced(byDays: -days).month >= $0.advanced(by: -months) }
        }
        #expect(lie(in: months))
        #expect(!lie(in: months - 1))
    }

    @Test(
        "one episode is no repeat, and a window over 90 days reaches too far back",
        arguments: [
            ("at_least", 1.0, "2 or more"), ("days", 91, "1 to 90"), ("days", 0, "1 to 90"), ("days", 1.5, "a whole number"),
        ])
    func unfit(_ name: String, _ value: Double, _ expected: String) {
        let asking = Asking(with: Self.three.merging([name: .number(value)]) { $1 }, periods: [])
        #expect(throws: IndicatorError.unfitParameter(name, expected: expected)) {
            try RepeatMissing().plan(asking.request)
        }
    }

    @Test("what makes a repeat has to be stated", arguments: ["at_least", "days"])
    func unstated(_ name: String) {
        var request = Asking(with: Self.three, periods: []).request
        request.parameters[name] = nil
        #expect(throws: IndicatorError.missingParameter(name)) { try RepeatMissing().plan(request) }
    }
}
