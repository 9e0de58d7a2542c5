import Measures
import ModuleKit
import Testing

@testable import DomesticAbuse

@Suite("Marac returns")
struct MaracReturnsTests {
    @Test("2 of 3 returns in are 66.7%, none of them 0%, and where none is expected there is no share")
    func share() throws {
        let asking = Asking(with: [:], unit: .percent, periods: ["2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4"])
        let table = Asking.table(
            [
                (Asking.telford, "2024 Q1", [79, 3, 2]), (Asking.telford, "2024 Q2", [.nan, 3, 0]),
                (Asking.telford, "2024 Q3", [80, 0, 0]), (Asking.telford, "2024 Q4", [80, .nan, 3]),
            ], ["cases", "expected", "received"])
        #expect(
            try asking.observations(MaracReturns(), ["marac/borough/quarter": table]) == [
                Observation(value: 2.0 / 3, numerator: 2, denominator: 3, sources: .init(received: 2, expected: 3)),
                Observation(value: 0, numerator: 0, denominator: 3, sources: .init(received: 0, expected: 3)),
            ])
    }
}
