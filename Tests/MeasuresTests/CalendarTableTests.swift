import Foundation
import Measures
import Testing

/// Holds the calendar against `Golden/calendar.csv`.
///
/// The table was made without sight of this code: `Golden/make-calendar.py` writes it from Python's own `datetime`
/// and `calendar`, with definitions of its own. There a period is a set of days that is walked, here it is a place in a
/// succession.
@Suite("The calendar's golden table")
struct CalendarTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var line: Int
        var question: String
        var grain: String
        var subject: String
        var argument: String
        var answer: String
        var testDescription: String { "line \(line): \(question) of \(subject) \(argument) by \(grain)" }
    }

    /// No field of the table holds a comma or a quote.
    static let rows: [Row] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/calendar.csv")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").enumerated().dropFirst().compactMap { place, line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5 else { return nil }
            return Row(
                line: place + 1, question: fields[0], grain: fields[1], subject: fields[2], argument: fields[3],
                answer: fields[4])
        }
    }()

    @Test("every row of the table holds", arguments: rows)
    func row(_ row: Row) throws {
        #expect(try answer(row) == row.answer)
    }

    private func answer(_ row: Row) throws -> String? {
        let grain = try #require(Grain(rawValue: row.grain))
        func period(_ text: String) throws -> Period { try #require(Period(text)) }
        func subject() throws -> Period {
            let period = try period(row.subject)
            #expect(period.grain == grain)
            return period
        }
        func argument() throws -> Period { try period(row.argument) }
        switch row.question {
        case "grain": return try subject().grain.rawValue
        case "first day": return try subject().firstDay.description
        case "last day": return try subject().lastDay.description
        case "days": return try String(subject().days)
        case "months":
            let months = try subject().months.count
            #expect(try subject().monthCount == months)
            return String(months)
        case "text": return try subject().description
        case "title": return try subject().title
        case "year before": return try subject().yearBefore.description
        case "moved": return try subject().moved(by: #require(Int(row.argument))).description
        case "overlaps":
            let (one, other) = (try subject(), try argument())
            #expect(other.overlaps(one) == one.overlaps(other))
            return one.overlaps(other) ? "yes" : "no"
        case "day ratio": return Self.fraction(try subject().days, try argument().days)
        case "holding": return Period(grain, holding: try period(row.subject).lastMonth).description
        case "latest closed":
            return Period.latestClosed(grain, on: try #require(CalendarDate(row.subject))).description
        case "steps": return grain.steps(in: try #require(Self.duration(row.argument))).map(String.init) ?? "refused"
        case "window":
            let last = try subject()
            guard let steps = grain.steps(in: try #require(Self.duration(row.argument))) else { return "refused" }
            return (1 - steps...0).map { last.moved(by: $0).description }.joined(separator: "; ")
        case "no period": return Period(row.subject)?.description ?? "refused"
        default: return nil
        }
    }

    /// `12 month`, as the table writes it.
    static func duration(_ text: String) -> Duration? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let count = Int(words[0]), let unit = TimeUnit(rawValue: words[1]) else { return nil }
        return Duration(count, unit)
    }

    /// In lowest terms.
    static func fraction(_ upper: Int, _ lower: Int) -> String {
        var (divisor, rest) = (upper, lower)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return "\(upper / divisor)/\(lower / divisor)"
    }

    @Test("the table asks every question of every grain")
    func complete() {
        let questions: Set = [
            "day ratio", "days", "first day", "grain", "holding", "last day", "latest closed", "months", "moved",
            "no period", "overlaps", "steps", "text", "title", "window", "year before",
        ]
        #expect(Self.rows.count >= 1_000)
        #expect(Set(Self.rows.map(\.question)) == questions)
        for grain in Grain.allCases {
            let asked = Set(Self.rows.filter { $0.grain == grain.rawValue }.map(\.question))
            #expect(asked == questions, "\(grain.rawValue)")
        }
    }

    @Test(
        "the table holds the rows that analysts ask after by name",
        arguments: [
            // To date compares the same months: 2024's February has a day more.
            ("days", "2023/24 to 2024-02", "", "335"), ("days", "2022/23 to 2023-02", "", "334"),
            ("year before", "2023/24 to 2024-02", "", "2022/23 to 2023-02"),
            ("day ratio", "2023/24 to 2024-02", "2022/23 to 2023-02", "335/334"),
            ("day ratio", "2024-03", "2024-02", "31/29"), ("days", "2100-02", "", "28"), ("days", "2000-02", "", "29"),
        ])
    func named(_ question: String, _ subject: String, _ argument: String, _ answer: String) {
        let found = Self.rows.filter {
            $0.question == question && $0.subject == subject && $0.argument == argument
        }
        #expect(found.map(\.answer) == [answer])
    }
}
