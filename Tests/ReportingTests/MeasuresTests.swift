import Alerting
import Foundation
import Measures
import Reporting
import Testing

@Suite("How the measures stand, on a group's page and beside it")
struct MeasuresTests {
    private struct List: Decodable {
        struct Measure: Decodable {
            struct Name: Decodable { var id: String }
            struct Place: Decodable { var code: String }
            var kpi: Name
            var area: Place
            var status: String
            var statusReason: String?
            var value: Double?
            var shortTravel: String?
            var longTravel: String?
            var longTravelReason: String?
            var boundsOwner: String?
        }
        var measures: [Measure]
    }

    /// The rows of the page's table, each as its cells' words.
    private static func rows(_ page: String) throws -> [[String]] {
        let section = try #require(page.firstMatch(of: /<h2 id="measures">[\s\S]*?<\/section>/)).0
        return section.matches(of: /<tr>\n([\s\S]*?)<\/tr>/).map { row in
            row.1.split(separator: "\n").map { $0.replacing(/<[^>]*>/, with: "").replacing("&nbsp;", with: " ").trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test("each measure with its figure, target, status and travel in words, a shape beside each, and who set the bounds")
    func words() throws {
        var made = MadePartnership()
        made.figures["collisions"]?[MadePartnership.borough] = [40, 41, 60, 62, 40, 42, 61, 63, 90, 58]
        let roads = try Self.rows(Report(made.input).text("roads-group/breaches.html"))
        #expect(
            roads == [
                [
                    "Injury collisions Provisional", "Anywhere", "April to June 2024", "58", "55The region: 60", "▲ Amber", "↑ Improved",
                    "↓ Worsened", "Road safety board: Agreed in 2022",
                ]
            ])
        let violence = try Self.rows(Report(made.input).text("violence-group/breaches.html"))
        #expect(
            violence.map { [$0[1]] + $0[3...7] } == [
                ["Anywhere", "142", "None", "■ Red", "↓ Worsened", "↓ Worsened"],
                ["Ashdown", "70", "None", "■ Red", "↓ Worsened", "↓ Worsened"],
                ["Birchfield", "25", "None", "■ Red", "↓ Worsened", "↓ Worsened"],
                ["Castle &amp; Quay", "4", "None", "■ Red", "→ Steady", "↓ Worsened"],
                ["Dell", "19", "None", "● Green", "↑ Improved", "↑ Improved"],
            ])
    }

    @Test("what cannot be judged says why, and has a shape of its own")
    func notAssessed() throws {
        let roads = try Self.rows(Report(MadePartnership.troubled.input).text("roads-group/breaches.html"))
        #expect(
            roads[0][3...7] == [
                "Module failed", "55The region: 60", "○ Not assessed: module failed", "– Not known: module failed",
                "– Not known: module failed",
            ])
        let ward = try Self.rows(Report(MadePartnership.troubled.input).text("violence-group/breaches.html"))[2]
        #expect(
            ward[0...5] == [
                "Serious youth violence incidents", "Birchfield", "April to June 2024", "Missing", "None",
                "○ Not assessed: missing",
            ])
    }

    @Test("a row is withheld as a whole where its figure, or one that its colour or travel rests on, is small")
    func withheld() throws {
        // The ward's figure: now, the quarter before, the year before, one that is told only with the quarter before, and one that nothing is
        // held against.
        for (place, isWithheld) in [(9, true), (8, true), (5, true), (7, true), (6, false)] {
            var made = MadePartnership()
            var row: [Double?] = Array(repeating: 1_234, count: 10)
            row[place] = 4
            made.figures["incidents"]?[MadePartnership.wards[1]] = row
            // No other ward has few, which would keep this one withheld beside it.
            made.figures["incidents"]?[MadePartnership.wards[2]] = Array(repeating: 40, count: 10)
            let report = try Report(made.input)
            let page = try report.text("safer-board/violence-group-breaches.html")
            let ward = try Self.rows(page).first { $0[1] == "Birchfield" }
            #expect((ward == nil) == isWithheld, "\(place)")
            let line = page.firstMatch(of: /Withheld \(from the readers of this page\): (.*)\.<\/p>/)?.1 ?? ""
            #expect(line.contains("<bdi>Serious youth violence incidents (Birchfield)</bdi>") == isWithheld)
            let cells = try #require(
                CSVReader.rows(report.text("safer-board/violence-group-measures.csv")).first { $0[7] == "Birchfield" })
            #expect((cells[16] == "withheld") == isWithheld)
            if isWithheld { #expect(cells[9...].filter { !$0.isEmpty } == ["withheld"]) }
            // The group itself sees its figures.
            #expect(try Self.rows(report.text("violence-group/breaches.html")).allSatisfy { $0.count == 9 })
        }
    }

    @Test("a withheld row is the same whatever its figures are, on the page, as CSV and as JSON")
    func tellsNothing() throws {
        func told(_ small: Double) throws -> [String] {
            var made = MadePartnership()
            made.figures["incidents"]?[MadePartnership.wards[2]] = [3, 3, 3, 3, 3, 3, 3, 3, 3, small]
            let report = try Report(made.input)
            let page = try report.text("safer-board/violence-group-breaches.html")
            let section = try #require(page.firstMatch(of: /<h2 id="measures">[\s\S]*?<\/section>/)).0
            let json = try report.text("safer-board/violence-group-breaches.json")
            let measures = try #require(json.firstMatch(of: /"measures" : \[[\s\S]*?\n  \]/)).0
            return [String(section), String(measures), try report.text("safer-board/violence-group-measures.csv")]
        }
        #expect(Set(try [1, 3, 5, 40].map(told)).count == 1)
    }

    @Test("a rounded audience gets the rounded figure beside the colour of the true one")
    func rounded() throws {
        var made = MadePartnership()
        made.boardThreshold = 0
        made.boardRounding = 10
        made.figures["incidents"]?[MadePartnership.wards[1]] = [20, 21, 20, 22, 21, 41, 22, 21, 41, 44]
        let page = try Report(made.input).text("safer-board/violence-group-breaches.html")
        let ward = try #require(Self.rows(page).first { $0[1] == "Birchfield" })
        // 41 → 44 is +7%, so amber; 40 → 40 would be green.
        #expect(ward[0] == "Serious youth violence incidents Rounded figures")
        #expect(ward[3] == "40" && ward[5] == "▲ Amber")
        let cells = try #require(
            CSVReader.rows(Report(made.input).text("safer-board/violence-group-measures.csv")).first {
                $0[7] == "Birchfield"
            })
        #expect(cells[13] == "40" && cells[16] == "amber" && cells[26] == "yes")
    }

    @Test("the JSON has codes and figures, and reasons where there is no answer")
    func json() throws {
        func list(_ path: String) throws -> [List.Measure] {
            let text = try Report(MadePartnership.troubled.input).text(path)
            let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
            return list.measures
        }
        let violence = try list("violence-group/breaches.json")
        #expect(
            violence.map { "\($0.area.code) \($0.status)" } == [
                "E1 red", "W1 red", "W2 not-assessed", "W3 red", "W4 green",
            ])
        #expect(
            violence[2].statusReason == "missing" && violence[2].value == nil && violence[2].longTravelReason == "missing")
        #expect(violence[0].value == 142 && violence[0].shortTravel == "worsened" && violence[3].shortTravel == "steady")
        #expect(violence[0].boundsOwner == "Violence reduction analyst")
        let roads = try list("roads-group/breaches.json")
        #expect(roads.map(\.statusReason) == ["module-failed"])
    }

    @Test("a group without such a measure has no section, no file and no link to one")
    func none() throws {
        var input = try MadePartnership().input
        input.statuses.removeAll { $0.priority == "roads" }
        let report = try Report(input)
        #expect(!report.pages.contains { $0.path.hasSuffix("roads-group/measures.csv") })
        #expect(try !report.text("roads-group/breaches.html").contains("id=\"measures\""))
        #expect(try !report.text("index.html").contains("roads-group/measures.csv"))
        #expect(report.pages.contains { $0.path == "violence-group/measures.csv" })
    }

    @Test("the order in which statuses are handed over changes nothing")
    func order() throws {
        let input = try MadePartnership().input
        var turned = input
        turned.statuses.reverse()
        #expect(try Report(input).pages == Report(turned).pages)
    }
}
