import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("Hotspots")
struct HotspotTests {
    /// Twenty small areas, so that the top tenth are two. `A` leads in every month of 2023 and 2024. `B` is second, but for some months in
    /// which `C` is. The others have one record a month.
    static func crime(cSecondIn months: Set<String> = []) -> Table {
        var rows: [(area: String?, part: String, period: String, number: Double)] = []
        for month in (2023 * 12..<2025 * 12).map(Month.init(ordinal:)) {
            let isC = months.contains(month.description)
            rows += [(nil, "A", month.description, 30), (nil, "B", month.description, isC ? 2 : 20)]
            rows += [(nil, "C", month.description, isC ? 20 : 2)]
            rows += (4...20).map { (nil, "L\($0)", month.description, 1) }
        }
        return Asking.parts(rows)
    }

    static func tables(cSecondIn months: Set<String> = []) -> [String: Table] {
        ["small areas/month": crime(cSecondIn: months), "holders/borough": whole]
    }

    static let smallAreas = ["A", "B", "C"] + (4...20).map { "L\($0)" }
    static let whole = Asking.holders(smallAreas.map { (Asking.telford, $0) })

    static let nine: [String: ParameterValue] = ["at_least": .number(9), "months": .number(12)]

    static func values(
        _ indicator: some Indicator, _ tables: [String: Table], with parameters: [String: ParameterValue] = nine,
        grain: Grain = .month, areas: [String] = [Asking.telford], level: String = "borough", periods: [String],
        numbers: PartNumbers? = nil
    ) throws -> [Double] {
        var asking = Asking(with: parameters, grain: grain, areas: areas, periods: periods)
        asking.frame.level = level
        asking.request.parts = numbers
        return try asking.observations(indicator, tables).compactMap(\.value)
    }

    @Test("in the top tenth in 9 of 12 months is a hotspot, in 8 it is none")
    func nineMonths() throws {
        let three: Set = ["2024-01", "2024-02", "2024-03"]
        #expect(try Self.values(Hotspots(), Self.tables(cSecondIn: three), periods: ["2024-03"]) == [2])
        #expect(try Self.values(Hotspots(), Self.tables(cSecondIn: three.union(["2024-04"])), periods: ["2024-04"]) == [1])
        #expect(
            try Self.values(
                Hotspots(), Self.tables(cSecondIn: three), with: Self.nine.merging(["at_least": .number(3)]) { $1 },
                periods: ["2024-03"]) == [3])
        // Of the last three months C was second in all.
        let months: [String: ParameterValue] = ["at_least": .number(3), "months": .number(3)]
        #expect(try Self.values(Hotspots(), Self.tables(cSecondIn: three), with: months, periods: ["2024-03"]) == [2])
    }

    @Test("at their own level small areas are told one by one")
    func bySmallArea() throws {
        let values = try Self.values(
            Hotspots(), Self.tables(), areas: ["A", "B", "C", "L4"], level: "lsoa", periods: ["2024-06"])
        #expect(values == [1, 1, 0, 0])
    }

    @Test("areas with equal counts at the edge are all in, and one without a record never is")
    func edge() throws {
        let equal = (2024 * 12..<2025 * 12).map(Month.init(ordinal:)).flatMap { month in
            [("A", 3.0), ("B", 2), ("C", 2), ("D", 0)].map { count in
                (area: String?.none, part: count.0, period: month.description, number: count.1)
            }
        }
        let tables = ["small areas/month": Asking.parts(equal), "holders/borough": Self.whole]
        func hotspots(of number: Int?) throws -> [Double] {
            try Self.values(Hotspots(), tables, periods: ["2024-12"], numbers: number.map { PartNumbers(all: $0) })
        }
        #expect(try hotspots(of: 20) == [3])
        // Of forty, the tenth are four: all that have a record are in, and the one without is not.
        #expect(try hotspots(of: 40) == [3])
        // Of four, the tenth is one.
        #expect(try hotspots(of: nil) == [1])
    }

    @Test("an area's hotspots are those of the whole's that lie in it")
    func byWard() throws {
        var tables = Self.tables()
        tables["holders/ward"] = Asking.holders([("W1", "A"), ("W1", "B"), ("W1", "L4"), ("W2", "C"), ("W3", "B")])
        let values = try Self.values(
            Hotspots(), tables, areas: ["W1", "W2", "W3", "W4"], level: "ward", periods: ["2024-06"])
        #expect(values == [2, 0, 1, 0])
    }

    @Test("ranked within each area, each has its own; a quiet month has no top tenth, one of no record at all no value")
    func rankedWithin() throws {
        var rows: [(area: String?, part: String, period: String, number: Double)] = []
        for month in (2024 * 12..<2025 * 12).map(Month.init(ordinal:)) {
            rows += [("North", "A", "\(month)", 90), ("North", "B", "\(month)", 80), ("South", "C", "\(month)", 2)]
            rows += [("South", "D", "\(month)", 1)]
            if month < Month(year: 2024, month: 10) { rows.append(("East", "E", "\(month)", 7)) }
        }
        let lie = [("North", "A"), ("North", "B"), ("South", "C"), ("South", "D"), ("East", "E")]
        let tables = [
            "small areas/force/month": Asking.parts(rows), "holders/borough": Asking.holders(lie),
            "holders/whole": Asking.holders(lie.prefix(4).map { ("W", $0.1) }),
        ]
        let within = Self.nine.merging(["ranked_within": .text("force")]) { $1 }
        #expect(
            try Self.values(
                Hotspots(), tables, with: within, areas: ["North", "South", "East"], periods: ["2024-11", "2024-12"])
                == [1, 1, 1])
        let ten = within.merging(["at_least": .number(10)]) { $1 }
        #expect(
            try Self.values(
                Hotspots(), tables, with: ten, areas: ["North", "South", "East"], periods: ["2024-12"]) == [1, 1, 0])
        #expect(
            try Self.values(Hotspots(), tables, with: within, areas: ["W"], level: "whole", periods: ["2024-12"]) == [2])
        #expect(
            try Self.values(
                Hotspots(), tables, with: within, areas: ["A", "B", "C", "D", "E"], level: "lsoa", periods: ["2024-12"])
                == [1, 0, 1, 0, 1])
        // Of twenty small areas in the north two are the tenth.
        #expect(
            try Self.values(
                Hotspots(), tables, with: within, areas: ["North", "South"], periods: ["2024-12"],
                numbers: PartNumbers(all: 40, within: ["force": ["North": 20]])) == [2, 1])
    }

    @Test("a hotspot is new once: at the end of the period in which its ninth month lies")
    func newHotspots() throws {
        // C is second from January to October 2024, so it becomes a hotspot in September, when B has long ceased to be one.
        let ten = Set((1...10).map { Month(year: 2024, month: $0).description })
        let tables = Self.tables(cSecondIn: ten)
        #expect(
            try Self.values(NewHotspots(), tables, periods: ["2024-08", "2024-09", "2024-10", "2024-11"]) == [0, 1, 0, 0])
        #expect(
            try Self.values(NewHotspots(), tables, grain: .quarter, periods: ["2024 Q2", "2024 Q3", "2024 Q4"]) == [0, 1, 0])
        #expect(
            try Self.values(NewHotspots(), tables, areas: ["A", "C"], level: "lsoa", periods: ["2024-09"]) == [0, 1])
    }

    @Test("less than the months behind is no value: a year for a hotspot, a month more for a new one")
    func history() throws {
        #expect(try Self.values(Hotspots(), Self.tables(), periods: ["2023-11", "2023-12"]) == [2])
        #expect(try Self.values(NewHotspots(), Self.tables(), periods: ["2023-12", "2024-01"]) == [0])
        for (months, behind, more) in [(12.0, 11, 12), (3, 2, 3)] {
            let stated = ["months": ParameterValue.number(months)]
            #expect(Hotspots().description.monthsBehind.months(stated) == behind)
            #expect(NewHotspots().description.monthsBehind.months(stated) == more)
        }
    }

    @Test(
        "what makes a hotspot has to be stated, and 13 of 12 months are none",
        arguments: [
            ("at_least", nil, .missingParameter("at_least")), ("months", nil, .missingParameter("months")),
            ("at_least", 13, .unfitParameter("at_least", expected: "1 to 12")),
            ("at_least", 0, .unfitParameter("at_least", expected: "1 to 12")),
            ("months", 13, .unfitParameter("months", expected: "1 to 12")),
            ("months", 8, .unfitParameter("at_least", expected: "1 to 8")),
        ] as [(String, Double?, IndicatorError)])
    func unfit(_ name: String, _ value: Double?, _ error: IndicatorError) {
        var request = Asking(with: Self.nine, periods: []).request
        request.parameters[name] = value.map(ParameterValue.number)
        #expect(throws: error) { try Hotspots().plan(request) }
        #expect(throws: error) { try NewHotspots().plan(request) }
    }
}
