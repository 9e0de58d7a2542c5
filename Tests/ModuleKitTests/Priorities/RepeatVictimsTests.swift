import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("Repeat victims")
struct RepeatVictimsTests {
    static func asking(_ days: Double?, periods: [String] = []) -> Asking {
        var parameters: [String: ParameterValue] = ["under_age": .number(25), "offences": .texts(["Robbery"])]
        parameters["days"] = days.map(ParameterValue.number)
        return Asking(with: parameters, periods: periods)
    }

    @Test("three victims again within 12 months are 3, and none are 0")
    func victims() throws {
        let asking = Self.asking(365, periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [3])], ["n"])
        #expect(
            try asking.observations(RepeatVictims(), ["victims/borough/quarter": table]) == [
                Observation(value: 3, count: 3), Observation(value: 0, count: 0),
            ])
    }

    @Test("the last time is looked for among the incidents that count, within the days stated", arguments: [365, 90])
    func step(_ days: Int) throws {
        let query = try #require(try RepeatVictims().plan(Self.asking(Double(days)).request).first)
        let among = #"(victim_age < 25 or suspect_age < 25) and (offence in ["Robbery"])"#
        #expect(query.steps == [RecordStep("days_since_last", .gap(of: ["victim"]), among: among)])
        #expect(query.filter == "days_since_last <= \(days)")
        #expect(query.measures == [Measure("n", .distinct("victim"))])
    }

    @Test("the days lie in the months behind a period, whenever it begins, and in no fewer", arguments: [1, 28, 29, 60, 365])
    func monthsBehind(_ days: Int) throws {
        let months = RepeatVictims().description.monthsBehind.months(["days": .number(Double(days))])
        let firsts = (1...48).map { Month(year: 2021, month: 1).advanced(by: $0) }
        func lie(in months: Int) -> Bool {
            firsts.allSatisfy { $0.firstDay.advanced(byDays: -days).month >= $0.advanced(by: -months) }
        }
        #expect(lie(in: months))
        #expect(!lie(in: months - 1))
    }

    @Test(
        "days that are not stated, or reach too far back, are refused",
        arguments: [
            (nil, .missingParameter("days")), (0, .unfitParameter("days", expected: "1 to 365")),
            (366, .unfitParameter("days", expected: "1 to 365")),
        ] as [(Double?, IndicatorError)])
    func unfit(_ days: Double?, _ error: IndicatorError) {
        #expect(throws: error) { try RepeatVictims().plan(Self.asking(days).request) }
    }
}
