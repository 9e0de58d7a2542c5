import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("Concentration")
struct ConcentrationTests {
    /// Twelve small areas of North with 1 to 12 records, and three of South with 1, 1 and 8.
    static let tables = [
        "small areas/borough/quarter": Asking.parts(
            (1...12).map { ("North", "N\($0)", "2024 Q1", Double($0)) } + [
                ("South", "S1", "2024 Q1", 1), ("South", "S2", "2024 Q1", 8), ("South", "S3", "2024 Q1", 1),
                ("South", "S2", "2024 Q2", 4),
            ])
    ]

    @Test(
        "the top tenth is of each area's own small areas, rounded up; those where nothing happened count",
        arguments: [(nil, 23.0), (21, 33), (5, 23)] as [(Int?, Double)])
    func byArea(_ known: Int?, _ top: Double) throws {
        var asking = Asking(with: [:], unit: .percent, areas: ["North", "South"], periods: ["2024 Q1", "2024 Q2"])
        asking.request.parts = known.map { PartNumbers(all: $0 + 3, within: ["borough": ["North": $0, "South": 3]]) }
        let answer = try #require(try asking.answer(Concentration(), Self.tables))
        #expect(answer.rows.map(\.area) == ["North", "South", "South"])
        #expect(
            answer.rows.map(\.observation) == [
                Observation(value: top / 78, numerator: top, denominator: 78),
                Observation(value: 0.8, numerator: 8, denominator: 10),
                // What is in the table for other areas' periods makes no difference: one of three is the tenth.
                Observation(value: 1, numerator: 4, denominator: 4),
            ])
    }

    @Test(
        "where nothing happened there is no share",
        arguments: [[], [("North", "N1", "2024 Q1", 0), ("North", "N2", "2024 Q1", 0)]])
    func nothing(_ counts: [(area: String?, part: String, period: String, number: Double)]) throws {
        let asking = Asking(with: [:], unit: .percent, areas: ["North"], periods: ["2024 Q1"])
        #expect(try asking.observations(Concentration(), ["small areas/borough/quarter": Asking.parts(counts)]).isEmpty)
    }

    @Test("a query for each level and grain, by area and small area in it")
    func queries() throws {
        var asking = Asking(with: ["small_area_level": .text("block")], unit: .percent, periods: [])
        asking.request.levels = ["borough", "ward"]
        let queries = try Concentration().plan(asking.request)
        #expect(queries.map(\.name) == ["small areas/borough/quarter", "small areas/ward/quarter"])
        #expect(queries[1].groupings == [.area(level: "ward"), .part(level: "block"), .period(.quarter)])
    }
}
