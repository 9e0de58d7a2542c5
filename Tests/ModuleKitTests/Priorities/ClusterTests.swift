import Measures
import ModuleKit
import Testing

@testable import RoadSafety

@Suite("Clusters of collisions")
struct ClusterTests {
    static let four: [String: ParameterValue] = ["at_least": .number(4), "months": .number(36), "metres": .number(100)]

    static func asking(_ grain: Grain = .month, periods: [String], areas: [String] = [Asking.telford]) -> Asking {
        Asking(with: four, grain: grain, areas: areas, periods: periods)
    }

    /// Cell 1:1 has two collisions in January 2021, one in June 2022 and one in March 2023; cell 2:5 three in 2022; one has no place.
    static let table: Table = {
        let rows: [(cell: String, month: String, collisions: Double)] = [
            ("1:1", "2021-01", 2), ("1:1", "2022-06", 1), ("1:1", "2023-03", 1), ("2:5", "2022-02", 3), ("", "2022-09", 9),
        ]
        return Table([
            ("area", .texts(rows.map { _ in Asking.telford })),
            ("period", .numbers(rows.map { Double(Period($0.month)?.ordinal ?? -1) })), ("cell", .texts(rows.map(\.cell))),
            ("collisions", .numbers(rows.map(\.collisions))), ("casualties", .numbers([3, 1, 4, 5, 9])),
            ("longitude", .numbers([-2.4, -2.5, -2.45, -2.1, .nan])),
            ("latitude", .numbers([52.7, 52.7, 52.71, 52.6, .nan])),
        ])
    }()

    static let tables = ["cells/borough": table]

    @Test(
        "a cell with four in 36 months is a cluster, from its fourth until the first two fall out; without a place there is none"
    )
    func clusters() throws {
        let periods = ["2023-02", "2023-03", "2023-12", "2024-01"]
        let values = try Self.asking(periods: periods).observations(Clusters(), Self.tables).map(\.value)
        #expect(values == [0, 1, 1, 0])
    }

    @Test(
        "of 14 months, three of February 2022 are looked at until March 2023, and two of January 2021 beside one of 2022 never"
    )
    func fewerMonths() throws {
        let parameters = Self.four.merging(["at_least": .number(3), "months": .number(14)]) { $1 }
        let asking = Asking(with: parameters, grain: .month, periods: ["2022-01", "2022-02", "2023-03", "2023-04"])
        let answer = try #require(try asking.answer(Clusters(), Self.tables))
        #expect(answer.rows.map(\.observation.value) == [0, 1, 1, 0])
        #expect(answer.notes == ["9 injury collisions of E06000020 in the 14 months to 2023-04 have no place"])
    }

    @Test("it is new in the month, or the quarter, of its fourth, and only there")
    func newClusters() throws {
        let months = Self.asking(periods: ["2023-02", "2023-03", "2023-04"])
        #expect(try months.observations(NewClusters(), Self.tables).map(\.value) == [0, 1, 0])
        let quarters = Self.asking(.quarter, periods: ["2022 Q4", "2023 Q1", "2023 Q2"])
        #expect(try quarters.observations(NewClusters(), Self.tables).map(\.value) == [0, 1, 0])
        for (months, behind, more) in [(36.0, 35, 36), (14, 13, 14)] {
            let stated = ["months": ParameterValue.number(months)]
            #expect(Clusters().description.monthsBehind.months(stated) == behind)
            #expect(NewClusters().description.monthsBehind.months(stated) == more)
        }
    }

    @Test(
        "the latest period's are told by the middle of their casualties, with their collisions, and what has no place is told"
    )
    func notes() throws {
        let answer = try #require(try Self.asking(periods: ["2023-02", "2023-03"]).answer(NewClusters(), Self.tables))
        #expect(
            answer.notes == [
                "new clusters of E06000020 at the end of 2023-03: 52.7050, -2.4375 (4)",
                "9 injury collisions of E06000020 in the 36 months to 2023-03 have no place",
            ])
    }

    @Test("a collision is a distinct reference, and the grid is as wide as stated")
    func queries() throws {
        let asking = Asking(with: Self.four.merging(["metres": .number(250)]) { $1 }, grain: .quarter, periods: [])
        let query = try #require(try Clusters().plan(asking.request).first)
        #expect(query.name == "cells/borough")
        #expect(query.steps == [RecordStep("cell", .grid(longitude: "longitude", latitude: "latitude", metres: 250))])
        #expect(query.groupings == [.area(level: "borough"), .period(.month), .column("cell")])
        #expect(query.measures.first == Measure("collisions", .distinct("reference")))
        #expect(query.filter == nil)
    }

    @Test(
        "what makes a cluster has to be stated, and a cell has a size",
        arguments: [
            ("at_least", nil, .missingParameter("at_least")), ("metres", nil, .missingParameter("metres")),
            ("months", nil, .missingParameter("months")),
            ("at_least", 0, .unfitParameter("at_least", expected: "1 or more")),
            ("metres", 0.5, .unfitParameter("metres", expected: "1 to 5,000")),
            ("months", 0, .unfitParameter("months", expected: "1 to 36")),
            ("months", 37, .unfitParameter("months", expected: "1 to 36")),
        ] as [(String, Double?, IndicatorError)])
    func unfit(_ name: String, _ value: Double?, _ error: IndicatorError) {
        var request = Asking(with: Self.four, periods: []).request
        request.parameters[name] = value.map(ParameterValue.number)
        #expect(throws: error) { try Clusters().plan(request) }
    }
}
