import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("Repeat victims")
struct RepeatVictimsTests {
    @Test("three victims again within 12 months are 3, and none are 0")
    func victims() throws {
        let asking = Asking(with: [:], periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [3])], ["n"])
        #expect(
            try asking.observations(RepeatVictims(), ["victims/borough/quarter": table]) == [
                Observation(value: 3, count: 3), Observation(value: 0, count: 0),
            ])
    }

    @Test("the last time is looked for among the incidents that count, and 365 days is the most")
    func step() throws {
        let asking = Asking(with: ["offences": .texts(["Robbery"])], periods: [])
        let query = try #require(try RepeatVictims().plan(asking.request).first)
        let among = #"(victim_age < 25 or suspect_age < 25) and (offence in ["Robbery"])"#
        #expect(query.steps == [RecordStep("days_since_last", .gap(of: ["victim"]), among: among)])
        #expect(query.filter == "days_since_last <= 365")
        #expect(query.measures == [Measure("n", .distinct("victim"))])
        #expect(RepeatVictims().description.monthsBehind == 12)
    }
}
