import Measures
import ModuleKit
import Testing

@testable import HighHarmAreas

@Suite("Long-term empty homes")
struct EmptyHomesTests {
    static let asking = Asking(with: [:], grain: .calendarYear, periods: ["2013", "2014", "2015"])

    static func table(_ rows: [(year: Double, note: String, least: Double, greatest: Double)]) -> [String: Table] {
        [
            "long_term_vacant_dwellings/borough/calendar year": Table([
                ("area", .texts(rows.map { _ in Asking.telford })), ("period", .numbers(rows.map(\.year))),
                ("note", .texts(rows.map(\.note))), ("least", .numbers(rows.map(\.least))),
                ("greatest", .numbers(rows.map(\.greatest))),
            ])
        ]
    }

    @Test(
        "a year's return is told as it stands; one that is not given is missing, with the source's mark; one that is not there is not told"
    )
    func returns() throws {
        let tables = Self.table([(2013, "", 395, 395), (2014, "..", .nan, .nan)])
        let answer = try #require(try Self.asking.answer(EmptyHomes(), tables))
        #expect(answer.rows.map(\.period) == [2013, 2014])
        #expect(answer.rows.map(\.observation) == [Observation(value: 395), Observation(absent: .missing)])
        #expect(answer.notes == ["long-term empty homes of E06000020 are not given for 2014: the source marks it '..'"])
    }

    @Test(
        "two returns of one year are refused, whether they differ by figure or by note",
        arguments: [
            [(2013.0, "", 395.0, 396.0)], [(2013, "", 395, 395), (2013, "revised", 400, 400)],
        ])
    func twice(_ rows: [(Double, String, Double, Double)]) {
        let tables = Self.table(rows.map { (year: $0.0, note: $0.1, least: $0.2, greatest: $0.3) })
        #expect(throws: IndicatorError.repeatedGroup("E06000020 in 2013", table: "long_term_vacant_dwellings")) {
            try Self.asking.observations(EmptyHomes(), tables)
        }
    }

    @Test("a stock of one day in October is no quarter's")
    func grain() {
        #expect(throws: IndicatorError.unsupported("empty_homes is told by calendar year, not by quarter")) {
            try EmptyHomes().plan(Asking(with: [:], periods: []).request)
        }
    }
}
