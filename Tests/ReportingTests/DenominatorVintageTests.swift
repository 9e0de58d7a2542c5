import Alerting
import Foundation
import Reporting
import Testing

@Suite("The year of the population stands beside every rate")
struct DenominatorVintageTests {
    private struct List: Decodable {
        struct Span: Decodable { var name: String }
        struct Denominator: Decodable {
            var kpi: String
            var vintage: String
            var from: Span
            var to: Span
        }
        struct Row: Decodable {
            struct Area: Decodable { var code: String }
            var area: Area
            var denominatorVintage: String?
            var denominators: [Denominator]?
        }
        struct Restated: Decodable {
            var area: Row.Area
            var fromDenominatorVintage: String?
            var toDenominatorVintage: String?
        }
        var rows: [Row]
        var measures: [Row]
        var restatements: [Restated]

        init(_ report: Report, _ path: String) throws {
            self = try JSONDecoder().decode(List.self, from: Data(report.text(path).utf8))
        }
    }

    /// - Parameter years: of the populations of the quarters of 2022, 2023 and 2024.
    private static func made(_ years: [String]) -> MadePartnership {
        var made = MadePartnership()
        made.populations = Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, years[$0 / 4]) })
        return made
    }

    private static let one = made(["2021", "2021", "2021"])
    private static let two = made(["2020", "2021", "2022"])
    private static let oneWords = "people in 2021"
    private static let twoWords = "people in 2021 for April to June 2023, in 2022 for April to June 2024"

    /// The ward whose rise is new, the one whose rise is within chance, and the borough's row on the board.
    @Test(
        "beneath the message, in the table of the board, of what is within chance and of the measures",
        arguments: [
            ("violence-group/breaches.html", "→ 142 per 1,000 people incidents"),
            ("violence-group/breaches.html", "→ 25 per 1,000 people incidents"),
            ("safer-board/board.html", "→ 142 per 1,000 people incidents"),
            ("safer-board/board.html", "→ 25 per 1,000 people incidents"),
        ])
    func beside(path: String, message: String) throws {
        for (made, words) in [(Self.one, Self.oneWords), (Self.two, Self.twoWords)] {
            var made = made
            made.boardThreshold = 0
            let page = try Report(made.input).text(path)
            // What changed since the last meeting is told in a line, and says it in brackets.
            let next = page.ranges(of: message).map { page[$0.upperBound...].prefix(300) }
            #expect(next.contains { $0.contains("<bdi>Divided by the number of \(words).</bdi>") }, "\(next)")
            #expect(next.allSatisfy { $0.contains(words) }, "\(next)")
        }
        #expect(try !Report(MadePartnership().input).text(path).contains("Divided by"))
    }

    @Test("beside the figure of a measure: of all figures that its colour and travel rest on")
    func measures() throws {
        for (made, words) in [
            (Self.one, Self.oneWords),
            (
                Self.two,
                "people in 2021 for April to June 2023, in 2022 for January 2024 to June 2024"
            ),
        ] {
            let page = try Report(made.input).text("violence-group/breaches.html")
            #expect(page.contains("<div>142 per 1,000 people<div class=\"small\"><bdi>Divided by the number of \(words).</bdi></div></div>"))
        }
    }

    @Test("in the files: of the value, and of all figures behind the row")
    func files() throws {
        let report = try Report(Self.two.input)
        for (path, area) in [("violence-group/breaches.csv", 7), ("violence-group/measures.csv", 7)] {
            let rows = try CSVReader.rows(report.text(path))
            let place = try #require(rows[0].firstIndex(of: "denominator_vintage"))
            #expect(rows[0][place + 1] == "denominator_vintages")
            let borough = try #require(rows.first { $0[area] == "Anywhere" })
            #expect(borough[place...place + 1] == ["2022", "2021; 2022"], "\(path)")
        }
        let list = try List(report, "violence-group/breaches.json")
        let row = try #require(list.rows.first { $0.area.code == "E1" })
        #expect(row.denominatorVintage == "2022")
        #expect(
            row.denominators?.map { "\($0.kpi) \($0.vintage) \($0.from.name) \($0.to.name)" } == [
                "incidents 2021 2023 Q2 2023 Q2", "incidents 2022 2024 Q2 2024 Q2",
            ])
        let measure = try #require(list.measures.first { $0.area.code == "E1" })
        #expect(
            measure.denominators?.map { "\($0.vintage) \($0.from.name) \($0.to.name)" } == [
                "2021 2023 Q2 2023 Q2", "2022 2024 Q1 2024 Q2",
            ])
        let counts = try List(Report(MadePartnership().input), "violence-group/breaches.json")
        #expect((counts.rows + counts.measures).allSatisfy { $0.denominatorVintage == nil && $0.denominators == nil })
    }

    @Test("with the lines that leave the page: a notice, and the summary of the run")
    func lines() throws {
        let report = try Report(Self.two.input)
        let notice = try #require(report.notices.first { $0.reader == "violence-group" })
        #expect(notice.items.contains { $0.message.contains("142") && $0.message.hasSuffix("(divided by the number of \(Self.twoWords))") })
        #expect(report.summary.text(listsAt: nil).contains("(divided by the number of \(Self.twoWords))"))
    }

    @Test("of an alert that could not be judged anew: of the figures that made it fire")
    func firedBefore() throws {
        var made = Self.two
        made.figures["incidents"]?[MadePartnership.wards[0]]?[9] = nil
        let report = try Report(made.input)
        let rows = try CSVReader.rows(report.text("violence-group/breaches.csv"))
        let place = try #require(rows[0].firstIndex(of: "denominator_vintage"))
        let row = try #require(
            rows.first { $0[7] == "Ashdown" && $0[2] == "continuing" })
        #expect(row[17].contains("62") && row[17].contains("could not be judged"))
        #expect(row[place...place + 1] == ["", "2021; 2022"])
        #expect(
            try report.text("violence-group/breaches.html").contains(
                "Divided by the number of people in 2021 for January to March 2023, in 2022 for January to March 2024."))
    }

    @Test("beside both values of a restated figure, and the messages of a past verdict")
    func restated() throws {
        var made = Self.two
        made.toldBefore = ["incidents": [MadePartnership.wards[0]: [8: 31]]]
        let report = try Report(made.input)
        let page = try report.text("violence-group/breaches.html")
        #expect(page.contains("<div>31 per 1,000 people (people in 2022)</div>"))
        #expect(page.contains("<div>62 per 1,000 people (people in 2022)</div>"))
        #expect(
            page.contains("(divided by the number of people in 2021 for January to March 2023, in 2022 for January to March 2024)</bdi></div>")
        )
        let row = try #require(CSVReader.rows(report.text("violence-group/restatements.csv")).last)
        #expect(row.suffix(2) == ["2022", "2022"])
        let json = try List(report, "violence-group/breaches.json").restatements
        #expect(json.map(\.fromDenominatorVintage) == ["2022"] && json.map(\.toDenominatorVintage) == ["2022"])
    }

    @Test("a withheld figure's year is left out of every file of the board")
    func withheld() throws {
        var made = Self.two
        made.boardThreshold = 9
        // Each ward but the one with small figures has none, so that any year on the page would be the small figures'.
        let small = MadePartnership.wards[2]
        made.figures["incidents"] = [small: [3, 2, 4, 3, 4, 3, 2, 3, 4, 9]]
        let report = try Report(made.input)
        for path in [
            "safer-board/board.html", "safer-board/violence-group-breaches.html", "safer-board/violence-group-breaches.csv",
            "safer-board/violence-group-breaches.json", "safer-board/violence-group-measures.csv",
        ] {
            let text = try report.text(path)
            #expect(!text.contains("people in 20") && !text.contains("2021; 2022"), "\(path)")
        }
        let list = try List(report, "safer-board/violence-group-breaches.json")
        #expect((list.rows + list.measures).allSatisfy { $0.denominatorVintage == nil && $0.denominators == nil })
        // The group itself sees its figures with their years.
        #expect(try report.text("violence-group/breaches.html").contains("in 2022 for"))
    }

    @Test("a figure that is rounded for its readers goes with the year too")
    func rounded() throws {
        var made = Self.two
        made.boardThreshold = 0
        made.boardRounding = 10
        let page = try Report(made.input).text("safer-board/violence-group-breaches.html")
        #expect(page.contains("140 per 1,000 people") && page.contains("Divided by the number of \(Self.twoWords)."))
    }
}
