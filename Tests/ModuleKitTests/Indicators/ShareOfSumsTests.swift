import Measures
import ModuleKit
import Testing

@Suite("Share of sums")
struct ShareOfSumsTests {
    static let asking = Asking(
        with: ["dataset": .text("checks"), "part": .text("over_limit"), "whole": .text("checked")], unit: .percent,
        periods: ["2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4"])

    @Test(
        "84 of 1,200 vehicles are 7%; over the whole, or no whole number, it is a share without a count; without the numbers there is none",
        arguments: [
            ([84.0, 1_200, 0], Observation(value: 0.07, numerator: 84, denominator: 1_200, count: 84)),
            ([0, 1_200, 0], Observation(value: 0, numerator: 0, denominator: 1_200, count: 0)),
            ([12, 10, 0], Observation(value: 1.2, numerator: 12, denominator: 10)),
            ([2.5, 10, 0], Observation(value: 0.25, numerator: 2.5, denominator: 10)),
            ([84, 1_200, 1], nil), ([.nan, .nan, 3], nil), ([0, 0, 0], nil),
        ] as [([Double], Observation?)])
    func share(_ numbers: [Double], _ expected: Observation?) throws {
        let table = Asking.table([(Asking.telford, "2024 Q2", numbers)], ["part", "whole", "lacking"])
        #expect(
            try Self.asking.observations(ShareOfSums(), ["sums/borough/quarter": table]) == [expected].compactMap(\.self))
    }

    @Test("records that lack a number are counted, so that they do not make the share wrong in silence")
    func query() throws {
        let query = try #require(try ShareOfSums().plan(Self.asking.request).first)
        #expect(
            query.measures == [
                Measure("part", .sum("over_limit")), Measure("whole", .sum("checked")),
                Measure("lacking", .countWhere("missing(over_limit) or missing(checked)")),
            ])
    }
}
