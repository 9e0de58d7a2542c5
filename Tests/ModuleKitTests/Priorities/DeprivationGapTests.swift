import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("The deprivation gap")
struct DeprivationGapTests {
    static let asking = Asking(
        with: ["decile": .number(1)], unit: .index, grain: .financialYear, periods: ["2023/24", "2024/25"])

    /// Two deprived small areas of 1,500 and 2,500 people with 300 and 500 records; 20,000 people and 2,000 records in all.
    static let tables = [
        "crime/borough/financial year": Asking.table([(Asking.telford, "2023/24", [2_000])], ["n"]),
        "small areas/borough/financial year": Asking.parts([
            (Asking.telford, "L1", "2023/24", 300), (Asking.telford, "L2", "2023/24", 500),
            (Asking.telford, "L3", "2023/24", 400),
        ]),
        "deprived/borough": Table([("area", .texts([Asking.telford])), ("n", .numbers([2]))]),
        "deprived parts/borough": parts([(Asking.telford, "L1", 1, 1), (Asking.telford, "L2", 1, 1), (Asking.telford, "L3", 1, 0)]),
        "population/borough": Asking.people([(Asking.telford, 2021, 20_000)]),
        "population/lsoa": Asking.people([("L1", 2021, 1_500), ("L2", 2021, 2_500), ("L3", 2021, 3_000)]),
    ]

    /// Small areas in an area, each with the records of the dataset that lie in it, and those of them that are deprived.
    static func parts(_ rows: [(area: String, part: String, records: Double, deprived: Double)]) -> Table {
        Table([
            ("area", .texts(rows.map(\.area))), ("part", .texts(rows.map(\.part))), ("n", .numbers(rows.map(\.records))),
            ("deprived", .numbers(rows.map(\.deprived))),
        ])
    }

    @Test("800 records of 4,000 people against 1,200 of 16,000 are 0.2 against 0.075 a head: a ratio of 2.67")
    func ratio() throws {
        let observations = try Self.asking.observations(DeprivationGap(), Self.tables)
        #expect(
            observations == [
                Observation(
                    value: 800.0 / 300, numerator: 800, denominator: 300, denominatorVintage: "2021", count: 800,
                    sumOfSquaredWeights: 800 + 800.0 * 800 / 1_200)
            ])
        // The relative variance that the parts carry is that of a ratio of two counts.
        let first = try #require(observations.first)
        let squares = try #require(first.sumOfSquaredWeights)
        #expect(abs(squares / (800 * 800) - (1.0 / 800 + 1.0 / 1_200)) < 1e-15)
    }

    @Test(
        "each area's deprived small areas against its own rest; an area without one has no gap, and no note is told of many")
    func byArea() throws {
        var asking = Asking(
            with: ["decile": .number(1)], unit: .index, grain: .financialYear, areas: ["W1", "W2", "W3"],
            periods: ["2023/24"])
        asking.frame.level = "ward"
        asking.request.levels = ["ward"]
        let year = "2023/24"
        let tables = [
            "crime/ward/financial year": Asking.table(
                [("W1", year, [500]), ("W2", year, [100]), ("W3", year, [90])], ["n"]),
            "small areas/ward/financial year": Asking.parts([
                ("W1", "L1", year, 300), ("W1", "L2", year, 200), ("W2", "L3", year, 100), ("W3", "L4", year, 60),
                ("W3", "L5", year, 30),
            ]),
            "deprived/ward": Table([("area", .texts(["W1", "W3"])), ("n", .numbers([1, 1]))]),
            "deprived parts/ward": Self.parts([("W1", "L1", 1, 1), ("W2", "L3", 1, 0), ("W3", "L4", 1, 1)]),
            "population/ward": Asking.people([("W1", 2021, 4_000), ("W2", 2021, 2_000), ("W3", 2021, 2_000)]),
            "population/lsoa": Asking.people([("L1", 2021, 2_000), ("L2", 2021, 2_000), ("L4", 2021, 1_000)]),
        ]
        let answer = try #require(try asking.answer(DeprivationGap(), tables))
        #expect(answer.rows.map(\.area) == ["W1", "W3"])
        #expect(answer.rows.map(\.observation.value) == [1.5, 2])
        #expect(answer.rows.map(\.observation.numerator) == [300, 60])
        #expect(answer.notes.isEmpty)
        #expect(Set(try DeprivationGap().plan(asking.request).map(\.name)) == Set(tables.keys))
    }

    @Test("the latest period's exact interval is told: 2.44 to 2.92")
    func interval() throws {
        let answer = try #require(try Self.asking.answer(DeprivationGap(), Self.tables))
        #expect(answer.notes == ["deprivation gap of 2023/24: 2.67, 95% interval 2.44 to 2.92"])
    }

    @Test("a deprived small area that was split is told, and counts with the rest")
    func split() throws {
        var tables = Self.tables
        tables["deprived/borough"] = Table([("area", .texts([Asking.telford])), ("n", .numbers([3]))])
        let answer = try #require(try Self.asking.answer(DeprivationGap(), tables))
        #expect(
            answer.notes.first
                == """
                1 of 3 deprived small areas were split, and count with the rest: name their successors in the dataset 'deprivation'
                """)
    }

    @Test("a small area merged from a deprived one and another is told, and counts with the rest")
    func merged() throws {
        var tables = Self.tables
        tables["deprived parts/borough"] = Self.parts([
            (Asking.telford, "L1", 1, 1), (Asking.telford, "L2", 2, 1), (Asking.telford, "L3", 1, 0),
        ])
        let answer = try #require(try Self.asking.answer(DeprivationGap(), tables))
        #expect(answer.notes.first == "small areas merged from a deprived one and another count with the rest: L2")
        #expect(answer.rows.map(\.observation.count) == [300])
        // Of two that were both deprived it is deprived.
        tables["deprived parts/borough"] = Self.parts([(Asking.telford, "L1", 1, 1), (Asking.telford, "L2", 2, 2)])
        #expect(try Self.asking.observations(DeprivationGap(), tables).map(\.count) == [800])
    }

    @Test("no value where the people of a deprived area are not known, or the rest has no records")
    func noValue() throws {
        var tables = Self.tables
        tables["population/lsoa"] = Asking.people([("L1", 2021, 1_500)])
        #expect(try Self.asking.observations(DeprivationGap(), tables).isEmpty)
        tables = Self.tables
        tables["crime/borough/financial year"] = Asking.table([(Asking.telford, "2023/24", [800])], ["n"])
        #expect(try Self.asking.observations(DeprivationGap(), tables).isEmpty)
    }

    @Test("where nothing is deprived there is no gap to tell, and the KPI says so")
    func nothingDeprived() {
        var tables = Self.tables
        tables["deprived parts/borough"] = Self.parts([(Asking.telford, "L1", 1, 0)])
        #expect(throws: IndicatorError.unfitData("no small area of the dataset 'deprivation' is deprived")) {
            try Self.asking.observations(DeprivationGap(), tables)
        }
    }

    @Test("the whole and the small areas are asked for, the deprived ones by decile")
    func queries() throws {
        let queries = try DeprivationGap().plan(Self.asking.request)
        #expect(Set(queries.map(\.name)) == Set(Self.tables.keys))
        #expect(queries.filter { $0.dataset == "deprivation" }.map(\.filter) == ["decile <= 1", nil])
        let parts = try #require(queries.first { $0.name == "deprived parts/borough" })
        #expect(parts.measures == [Measure("n", .count), Measure("deprived", .countWhere("decile <= 1"))])
        for (parameters, error) in [
            ([:], .missingParameter("decile")),
            (["decile": .number(10)], .unfitParameter("decile", expected: "1 to 9")),
        ] as [([String: ParameterValue], IndicatorError)] {
            #expect(throws: error) {
                try DeprivationGap().plan(Asking(with: parameters, unit: .index, periods: []).request)
            }
        }
    }
}
