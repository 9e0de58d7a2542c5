import Measures
import Testing

@Suite("Periods of every grain")
struct PeriodTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var grain: Grain
        var first: String
        var last: String
        var days: Int
        var yearBefore: String
        var next: String
        var title: String
        var testDescription: String { text }
    }

    static let cases = [
        Case(
            text: "2024-02", grain: .month, first: "2024-02-01", last: "2024-02-29", days: 29, yearBefore: "2023-02",
            next: "2024-03", title: "February 2024"),
        Case(
            text: "2024-12", grain: .month, first: "2024-12-01", last: "2024-12-31", days: 31, yearBefore: "2023-12",
            next: "2025-01", title: "December 2024"),
        Case(
            text: "2024 Q1", grain: .quarter, first: "2024-01-01", last: "2024-03-31", days: 91, yearBefore: "2023 Q1",
            next: "2024 Q2", title: "January to March 2024"),
        Case(
            text: "2023 Q4", grain: .quarter, first: "2023-10-01", last: "2023-12-31", days: 92, yearBefore: "2022 Q4",
            next: "2024 Q1", title: "October to December 2023"),
        Case(
            text: "2024", grain: .calendarYear, first: "2024-01-01", last: "2024-12-31", days: 366, yearBefore: "2023",
            next: "2025", title: "2024"),
        Case(
            text: "2023/24", grain: .financialYear, first: "2023-04-01", last: "2024-03-31", days: 366,
            yearBefore: "2022/23", next: "2024/25", title: "2023/24"),
        Case(
            text: "1999/00", grain: .financialYear, first: "1999-04-01", last: "2000-03-31", days: 366,
            yearBefore: "1998/99", next: "2000/01", title: "1999/00"),
        Case(
            text: "12 months to 2024-01", grain: .rollingYear, first: "2023-02-01", last: "2024-01-31", days: 365,
            yearBefore: "12 months to 2023-01", next: "12 months to 2024-02", title: "12 months to January 2024"),
        Case(
            text: "2023/24 to 2024-01", grain: .financialYearToDate, first: "2023-04-01", last: "2024-01-31", days: 306,
            yearBefore: "2022/23 to 2023-01", next: "2023/24 to 2024-02", title: "April to January 2024"),
        Case(
            text: "2023/24 to 2024-03", grain: .financialYearToDate, first: "2023-04-01", last: "2024-03-31", days: 366,
            yearBefore: "2022/23 to 2023-03", next: "2024/25 to 2024-04", title: "April to March 2024"),
        Case(
            text: "2024/25 to 2024-04", grain: .financialYearToDate, first: "2024-04-01", last: "2024-04-30", days: 30,
            yearBefore: "2023/24 to 2023-04", next: "2024/25 to 2024-05", title: "April 2024"),
    ]

    @Test("a period begins, ends and has neighbours where the calendar says", arguments: cases)
    func table(_ wanted: Case) throws {
        let period = try #require(Period(wanted.text))
        #expect(period.grain == wanted.grain)
        #expect(period.description == wanted.text)
        #expect(period.title == wanted.title)
        #expect(period.firstDay.description == wanted.first)
        #expect(period.lastDay.description == wanted.last)
        #expect(period.days == wanted.days)
        #expect(period.yearBefore.description == wanted.yearBefore)
        #expect(period.moved(by: 1).description == wanted.next)
        #expect(period.moved(by: 1).moved(by: -1) == period)
        #expect(period.yearBefore.firstMonth == period.firstMonth.advanced(by: -12))
        #expect(period.yearBefore.lastMonth == period.lastMonth.advanced(by: -12))
    }

    @Test("every period of thirty years reads back, holds its months, and follows on without gap", arguments: Grain.allCases)
    func thirtyYears(_ grain: Grain) {
        var period = Period(grain, holding: Month(year: 1996, month: 1))
        while period.lastMonth.year < 2026 {
            #expect(Period(period.description) == period)
            #expect(period.months.count == period.monthCount)
            #expect(period.days == period.months.map(\.days).reduce(0, +))
            #expect(period.overlaps(period.moved(by: 1)) == grain.overlaps || grain == .financialYearToDate)
            #expect(period < period.moved(by: 1))
            #expect(period.moved(by: grain.stepsPerYear).yearBefore == period)
            #expect(!period.overlaps(period.yearBefore))
            if !grain.overlaps { #expect(period.moved(by: 1).firstDay == period.lastDay.advanced(byDays: 1)) }
            for month in period.months where !grain.overlaps { #expect(Period(grain, holding: month) == period) }
            #expect(Period(grain, holding: period.lastMonth) == period)
            period = period.moved(by: 1)
        }
    }

    @Test("years to date overlap within a financial year, and not across its end")
    func toDate() throws {
        let march = try #require(Period("2023/24 to 2024-03"))
        #expect(march.overlaps(march.moved(by: -1)))
        #expect(!march.overlaps(march.moved(by: 1)))
        #expect(march.monthCount == 12)
        #expect(march.moved(by: 1).monthCount == 1)
    }

    @Test(
        "a period is closed only when its last day has passed",
        arguments: [
            (Grain.month, "2024-03-31", "2024-02"), (.month, "2024-04-01", "2024-03"), (.month, "2024-03-01", "2024-02"),
            (.month, "2024-01-01", "2023-12"),
            (.quarter, "2024-03-31", "2023 Q4"), (.quarter, "2024-04-01", "2024 Q1"),
            (.calendarYear, "2024-12-31", "2023"), (.calendarYear, "2025-01-01", "2024"),
            (.financialYear, "2024-03-31", "2022/23"), (.financialYear, "2024-04-01", "2023/24"),
            (.rollingYear, "2024-02-29", "12 months to 2024-01"), (.rollingYear, "2024-03-01", "12 months to 2024-02"),
            (.financialYearToDate, "2024-04-30", "2023/24 to 2024-03"),
            (.financialYearToDate, "2024-05-01", "2024/25 to 2024-04"),
        ])
    func latestClosed(_ grain: Grain, _ day: String, _ wanted: String) throws {
        #expect(Period.latestClosed(grain, on: try #require(CalendarDate(day))).description == wanted)
    }

    @Test(
        "a text that names no period is refused, never mended",
        arguments: [
            "2023/25", "2023/23", "2023/2024", "2024-13", "2024-00", "2024-1", "2024-003", "2024 Q0", "2024 Q5", "2024 q1",
            "2024  Q1", "2024Q1", "Q1 2024", "24", "202", "20245", "0000", "0000-01", "0000 Q1", "0000/01", "2024/", "2024-",
            "2023/24 to 2024-04", "2023/24 to 2023-03", "2023/24 to 2023/24", "2024 to 2024-03", "12 months to 2024",
            "12 months to 2024 Q1", "11 months to 2024-03", "12 month to 2024-03", "", " ", "2024 ", " 2024", "+024", "-024",
            "２０２４", "2024\u{200F}", "2024-03-31", "next year", "2024 Q1 ", "2024–03",
        ])
    func refused(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test("periods of several grains sort by their end, the longer first")
    func order() {
        let texts = ["2024-03", "2024 Q1", "2023/24", "2024-02", "2024"]
        #expect(
            texts.compactMap { Period($0) }.sorted().map(\.description) == [
                "2024-02", "2023/24", "2024 Q1", "2024-03", "2024",
            ])
    }
}
