import Disclosure
import Measures
import Testing

@testable import Reporting

@Suite("What is withheld is named in a line, and has no row")
struct WithheldNamesTests {
    private static func names(_ reasons: [WithholdingReason]) -> [WithheldNames.Name] {
        reasons.enumerated().map { WithheldNames.Name(title: "\($0)", link: "\($0).html", reason: $1) }
    }

    private static func words(_ names: WithheldNames) -> [String] {
        names.lines.map { line in
            line.withheldReason + ": " + line.withheldEntries.map { $0.entryTitle + $0.entryEnd }.joined()
        }
    }

    @Test("a line for each reason, the names in the order of the rows")
    func lines() {
        #expect(WithheldNames([]).lines.isEmpty)
        let names = WithheldNames(Self.names([.dominance, .smallCount, .dominance]))
        #expect(
            Self.words(names) == [
                "a small number, or one that would reveal a small number: 1", "one event could make up most of it: 0; 2",
            ])
        #expect(names.lines[0].withheldEntries[0].entryLinks == ["1.html"])
    }

    @Test(
        "all of many have one name together; a few, or those of two reasons, are named each",
        arguments: [
            ([WithholdingReason](repeating: .smallCount, count: 7), ["all 7 wards"]),
            ([WithholdingReason](repeating: .smallCount, count: 3), ["0; 1; 2"]),
            ([WithholdingReason](repeating: .smallCount, count: 7) + [.dominance], ["0; 1; 2; 3; 4; 5; 6", "7"]),
        ])
    func all(reasons: [WithholdingReason], wanted: [String]) {
        let told = Self.words(WithheldNames(Self.names(reasons), all: "all \(reasons.count) wards"))
        #expect(told.map { String($0.split(separator: ": ").last ?? "") } == wanted)
    }

    private static func board(_ made: MadePartnership = MadePartnership(), _ path: String) throws -> String {
        try Report(made.input).text("safer-board/\(path)")
    }

    @Test("a board's table of measures has no row of a withheld one, and links to its page below")
    func measures() throws {
        var made = MadePartnership()
        made.figures["incidents"]?[MadePartnership.borough]?[9] = 3
        let page = try Self.board(made, "board.html")
        let standing = try #require(page.firstMatch(of: /(?s)<section aria-labelledby="measures">.*?<\/section>/)).0
        #expect(standing.contains("Withheld (a small number, or one that would reveal a small number): <a href=\"kpis/violence-incidents.html\">"))
        #expect(!standing.contains("<div>Withheld"))
    }

    @Test("a measure's areas that are withheld are one line with their links; where all are, there is neither table nor map")
    func areas() throws {
        let page = try Self.board(MadePartnership(), "kpis/violence-incidents.html")
        let wards = try #require(page.firstMatch(of: /(?s)<section aria-labelledby="by-ward".*?<\/section>/)).0
        #expect(wards.contains("<a href=\"../areas/W3.html\"><bdi>Castle &amp; Quay</bdi></a>"))
        #expect(wards.contains("<table") && wards.contains("<svg") && !wards.contains("<div>Withheld"))
        var made = MadePartnership()
        for ward in MadePartnership.wards { made.figures["incidents"]?[ward] = Array(repeating: 3, count: 10) }
        let none = try Self.board(made, "kpis/violence-incidents.html")
        let empty = try #require(none.firstMatch(of: /(?s)<section aria-labelledby="by-ward".*?<\/section>/)).0
        #expect(!empty.contains("<table") && !empty.contains("<svg") && empty.contains("Withheld (a small number"))
        let index = try Self.board(made, "areas/index.html")
        #expect(index.contains("<a href=\"../kpis/violence-incidents.html\">") && !index.contains("id=\"map-1-1"))
    }

    @Test("neighbouring periods that are withheld are one row; where all are, a line stands in the place of the table")
    func periods() throws {
        var made = MadePartnership()
        for quarter in 2...4 { made.figures["incidents"]?[MadePartnership.borough]?[quarter] = 3 }
        let page = try Self.board(made, "kpis/violence-incidents.html")
        // The fourth would tell of the three, by the wards of its quarter.
        #expect(page.contains("July 2022 to June 2023 (4 periods)</th><td data-label=\"Figure\"><div>Withheld</div></td>"))
        #expect(page.contains("April to June 2022</th><td data-label=\"Figure\"><div>92</div></td>"))
        made.figures["incidents"]?[MadePartnership.borough] = Array(repeating: 3, count: 10)
        let none = try Self.board(made, "kpis/violence-incidents.html")
        #expect(none.contains("): <bdi>January 2022 to June 2024 (10 periods)</bdi>.") && !none.contains("data-label=\"Figure\"><div>Withheld"))
    }

    @Test("every row of a table has as many cells as it has columns", arguments: [1, 5])
    func columns(rounding: Int) throws {
        for made in [MadePartnership(), MadePartnership.troubled] {
            var made = made
            made.boardRounding = rounding
            let input = try made.input
            let annual = try AnnualReport(
                input, AnnualInput(year: YearChangeTests.year, marks: [], editedOn: []), for: ["safer-board", "violence-group"])
            for page in try Report(input).pages + annual.pages where page.path.hasSuffix(".html") {
                for table in page.text.matches(of: /(?s)<table.*?<\/table>/).map(\.0) {
                    let head = try #require(table.firstMatch(of: /(?s)<thead>.*?<\/thead>/)).0
                    let count = head.matches(of: /<th\b/).count
                    for row in table.matches(of: /(?s)<tr>.*?<\/tr>/).map(\.0).dropFirst() {
                        let wide = row.matches(of: /colspan="([0-9]+)"/).compactMap { Int($0.1) }
                        let cells = row.matches(of: /<t[hd]\b/).count - wide.count + wide.reduce(0, +)
                        #expect(cells == count, "\(page.path): \(row)")
                    }
                }
            }
        }
    }

    @Test("where no measure of a table has bounds, the table has no column for them")
    func status() throws {
        var made = MadePartnership()
        made.collisionsStatus = ""
        let page = try Self.board(made, "board.html")
        let tables = page.matches(of: /(?s)<table class="numbers standing">.*?<\/table>/).map(\.0)
        #expect(tables.count == 2)
        #expect(tables[1].contains("<th scope=\"col\">Status</th>") && !tables[0].contains("Status"))
    }

    @Test("figures that came in and are withheld are named once")
    func arrivals() throws {
        var made = MadePartnership()
        made.figures["incidents"]?[MadePartnership.borough]?[9] = 3
        let page = try Self.board(made, "board.html")
        let since = try #require(page.firstMatch(of: /(?s)<section aria-labelledby="since">.*?<\/section>/)).0
        #expect(since.matches(of: /Withheld \(/).count <= 1)
        #expect(!since.contains(": Withheld ("))
    }
}
