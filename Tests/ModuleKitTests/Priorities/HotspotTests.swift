import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("Hotspots")
struct HotspotTests {
    /// Twenty small areas, so that the top tenth are two. `A` leads in every month of 2023 and 2024. `B` is second, but for some months in
    /// which `C` is. The others have one record a month.
    static func crime(cSecondIn months: Set<String> = []) -> Table {
        var rows: [(area: String, period: String, numbers: [Double])] = []
        for month in (2023 * 12..<2025 * 12).map(Month.init(ordinal:)) {
            let isC = months.contains(month.description)
            rows += [("A", month.description, [30]), ("B", month.description, [isC ? 2 : 20])]
            rows += [("C", month.description, [isC ? 20 : 2])]
            rows += (4...20).map { ("L\($0)", month.description, [1]) }
        }
        return Asking.table(rows, ["n"])
    }

    static func tables(cSecondIn months: Set<String> = []) -> [String: Table] {
        ["small areas/month": crime(cSecondIn: months)]
    }

    static func values(
        _ indicator: some Indicator, _ tables: [String: Table], with parameters: [String: ParameterValue] = [:],
        grain: Grain = .month, areas: [String] = [Asking.telford], level: String = "borough", periods: [String]
    ) throws -> [Double] {
        var asking = Asking(with: parameters, grain: grain, areas: areas, periods: periods)
        asking.frame.level = level
        return try asking.observations(indicator, tables).compactMap(\.value)
    }

    @Test("in the top tenth in 9 of 12 months is a hotspot, in 8 it is none")
    func nineMonths() throws {
        let three: Set = ["2024-01", "2024-02", "2024-03"]
        #expect(try Self.values(Hotspots(), Self.tables(cSecondIn: three), periods: ["2024-03"]) == [2])
        #expect(try Self.values(Hotspots(), Self.tables(cSecondIn: three.union(["2024-04"])), periods: ["2024-04"]) == [1])
        #expect(
            try Self.values(
                Hotspots(), Self.tables(cSecondIn: three), with: ["at_least": .number(3)], periods: ["2024-03"]) == [3])
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
            [("A", 3.0), ("B", 2), ("C", 2), ("D", 0)].map { (area: $0.0, period: month.description, numbers: [$0.1]) }
        }
        let tables = ["small areas/month": Asking.table(equal, ["n"])]
        #expect(try Self.values(Hotspots(), tables, with: ["small_areas": .number(20)], periods: ["2024-12"]) == [3])
        // Of forty, the tenth are four: all that have a record are in, and the one without is not.
        #expect(try Self.values(Hotspots(), tables, with: ["small_areas": .number(40)], periods: ["2024-12"]) == [3])
        // Of four, the tenth is one.
        #expect(try Self.values(Hotspots(), tables, periods: ["2024-12"]) == [1])
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
        #expect(Hotspots().description.monthsBehind == 11)
        #expect(NewHotspots().description.monthsBehind == 12)
    }

    @Test("wards have no hotspots of their own, and 13 of 12 months are none")
    func unfit() {
        #expect(throws: IndicatorError.unsupported("hotspots is told for the whole partnership, not by ward")) {
            try Self.values(Hotspots(), Self.tables(), areas: ["W1", "W2"], level: "ward", periods: ["2024-06"])
        }
        let asking = Asking(with: ["at_least": .number(13)], periods: [])
        #expect(throws: IndicatorError.unfitParameter("at_least", expected: "1 to 12")) {
            try Hotspots().plan(asking.request)
        }
    }
}
