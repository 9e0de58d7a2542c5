import Foundation
import Measures
import Reporting
import Testing

@Suite("What is in, and what a list has to do without")
struct WhatIsInTests {
    @Test("a row a dataset: what was in last, what is late by how many days, what comes next")
    func page() throws {
        let page = try Report(MadePartnership.troubled.input).text("violence-group/breaches.html")
        let section = try #require(page.firstMatch(of: /<section aria-labelledby="what-is-in">[\s\S]*?<\/section>/)).0
        for words in [
            "Every quarter, due after 20 days", "January to March 2024 (398 records)",
            "<div class=\"late\"><div>April to June 2024 (13 days late)</div></div>",
            "July to September 2024, by 20 October 2024",
        ] { #expect(section.contains(words), "\(words)") }
        #expect(section.contains("<div>273 of 286 (13 missing)</div>"))
    }

    @Test("what is missing stands beside every alert that rests on it, and beside no other")
    func besideAlerts() throws {
        let report = try Report(MadePartnership.troubled.input)
        let late = "<bdi>Violence incidents not in: April to June 2024 (13 days late)</bdi>"
        let sources = "<bdi>13 of 286 sources missing in April to June 2024</bdi>"
        for path in ["violence-group/breaches.html", "safer-board/violence-group-breaches.html"] {
            let alerts = try report.text(path).split(separator: "<article").dropFirst()
            #expect(!alerts.isEmpty && alerts.allSatisfy { $0.contains(late) })
            #expect(alerts.filter { $0.contains(sources) }.count == 1)
            #expect(alerts.first { $0.contains(sources) }?.contains("<bdi>Anywhere</bdi>, April to June 2024") == true)
        }
        #expect(try report.text("safer-board/board.html").contains(late))
        #expect(try !report.text("roads-group/breaches.html").contains("not in:"))
        let unassessed = try #require(
            try report.text("violence-group/breaches.html").firstMatch(of: /<h2 id="not-assessed">[\s\S]*?<\/section>/))
        #expect(unassessed.0.contains(late))
        let chance = try #require(
            try report.text("violence-group/breaches.html").firstMatch(of: /<h2 id="within-chance">[\s\S]*?<\/section>/))
        #expect(chance.0.contains(late))
        let rows = CSVReader.rows(try report.text("violence-group/breaches.csv"))
        let column = try #require(rows[0].firstIndex(of: "shortfalls"))
        #expect(
            rows.first { $0[6] == "E1" }?[column]
                == "13 of 286 sources missing in April to June 2024; Violence incidents not in: April to June 2024 (13 days late)"
        )
    }

    @Test("a comparison across a step says so beside its row, on the page and in the files; one on this side of it does not")
    func steps() throws {
        var made = MadePartnership()
        let words = "Serious youth violence incidents is counted otherwise from October 2023: A new recording rule"
        made.incidentsSteps = "\n    steps: [{from: 2023-10, because: A new recording rule, by: Analyst}]"
        let report = try Report(made.input)
        let alerts = try report.text("violence-group/breaches.html").split(separator: "<article").dropFirst()
        #expect(!alerts.isEmpty && alerts.allSatisfy { $0.contains("<bdi>\(words)</bdi>") })
        #expect(try report.text("violence-group/breaches.csv").contains(words))
        #expect(try report.text("violence-group/breaches.json").contains(words))
        made.incidentsSteps = "\n    steps: [{from: 2022-10, because: A new recording rule, by: Analyst}]"
        #expect(try !Report(made.input).text("violence-group/breaches.html").contains("counted otherwise"))
    }

    @Test("a late edition of months that an alert does not read is not told beside it")
    func otherMonths() throws {
        var made = MadePartnership()
        made.editions = [
            DatasetEditions(
                dataset: "violence", title: "Violence incidents", every: .month, dueDays: 0,
                editions: [
                    DatasetEditions.Edition(
                        period: Period(grain: .month, ordinal: 2024 * 12 + 6), due: MadePartnership.asOf,
                        standing: .late(days: 3),
                        records: 0)
                ])
        ]
        let page = try Report(made.input).text("violence-group/breaches.html")
        #expect(page.contains("<div>July 2024 (3 days late)</div>") && !page.contains("not in:"))
    }

    @Test("of many late editions the newest are told, and how many there are before")
    func many() throws {
        var made = MadePartnership()
        made.editions = [
            DatasetEditions(
                dataset: "violence", title: "Violence incidents", every: .quarter, dueDays: 0,
                editions: (3...9).map { MadePartnership.edition($0, .late(days: 1 + 90 * (9 - $0)), 0) })
        ]
        let page = try Report(made.input).text("violence-group/breaches.html")
        #expect(
            page.contains(
                "<div>April to June 2024 (1 day late)</div><div>January to March 2024 (91 days late)</div><div>October to December 2023 (181 days late)</div><div>and 4 before</div>"
            ))
        #expect(page.contains("<div>None</div>") && page.contains("Every quarter, due at once"))
    }

    @Test("the CSV has an edition a row, with its due date")
    func csv() throws {
        let rows = CSVReader.rows(
            try Report(MadePartnership.troubled.input).text("violence-group/completeness.csv"))
        #expect(
            rows.dropFirst().map { $0[5...].joined(separator: " ") } == [
                "2023 Q4 2023-10-01 2023-12-31 2024-01-20 in  412      ",
                "2024 Q1 2024-01-01 2024-03-31 2024-04-20 in  398 410     ",
                "2024 Q2 2024-04-01 2024-06-30 2024-07-20 late 13 0 405     ",
                "2024 Q3 2024-07-01 2024-09-30 2024-10-20 not-due  0 405     ",
                "2024 Q2 2024-04-01 2024-06-30      incidents E1 Anywhere 273 286",
            ])
    }

    @Test("records may be the events that a KPI counts, so readers who do not see every figure are told what is in, and not how much")
    func disclosed() throws {
        var made = MadePartnership()
        (made.boardThreshold, made.boardRounding) = (9, 10)
        made.editions = [
            DatasetEditions(
                dataset: "violence", title: "Violence incidents", every: .quarter, dueDays: 20,
                editions: [
                    MadePartnership.edition(7, .isIn, 26, usual: 8), MadePartnership.edition(8, .isIn, 7, usual: 27),
                    MadePartnership.edition(9, .late(days: 13), 0, usual: 27),
                ])
        ]
        made.dataNotes = [
            DataNote(
                kind: .fewerRecords, dataset: "violence", title: "Violence incidents",
                reason: "7 against a usual 27 in January to March 2024",
                withoutCounts: "fewer than half in January to March 2024")
        ]
        let report = try Report(made.input)
        let rows = CSVReader.rows(try report.text("safer-board/violence-group-completeness.csv"))
        #expect(rows.dropFirst().map { $0[9...12].joined(separator: "|") } == ["in|||", "in|||", "late|13||"])
        let copy = try report.text("safer-board/violence-group-breaches.html")
        #expect(copy.contains("<div>January to March 2024</div>") && !copy.contains("7 records"))
        #expect(!copy.contains("Fewer records") && !copy.contains("7 against"))
        let own = try report.text("violence-group/breaches.html")
        #expect(own.contains("<div>January to March 2024 (7 records)</div>"))
        #expect(own.contains("Fewer records than usual: 7 against a usual 27 in January to March 2024"))
        let json = try report.text("safer-board/violence-group-breaches.json")
        #expect(!json.contains("\"records\" : 7") && !json.contains("7 against") && !json.contains("\"records\" : 30"))
    }

    @Test("the JSON has the same, and the sources by figure")
    func json() throws {
        struct List: Decodable {
            struct Edition: Decodable {
                var standing: String
                var daysLate: Int?
            }
            struct Dataset: Decodable { var editions: [Edition] }
            struct Sources: Decodable {
                var received: Int
                var expected: Int
            }
            var completeness: [Dataset]
            var sources: [Sources]
        }
        let text = try Report(MadePartnership.troubled.input).text("violence-group/breaches.json")
        let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
        #expect(list.completeness.map { $0.editions.map(\.standing) } == [["in", "in", "late", "not-due"]])
        #expect(list.completeness.first?.editions.map { $0.daysLate ?? -1 } == [-1, -1, 13, -1])
        #expect(list.sources.map { "\($0.received) of \($0.expected)" } == ["273 of 286"])
    }

    @Test("a list on no dataset that comes by the period has no section, no file and no link to one")
    func none() throws {
        let report = try Report(MadePartnership.troubled.input)
        #expect(try !report.text("roads-group/breaches.html").contains("what-is-in"))
        #expect(!report.pages.contains { $0.path.hasSuffix("roads-group/completeness.csv") })
    }

    @Test("the summary of the run names what is late and counts what was restated")
    func summary() throws {
        let text = try Report(MadePartnership.troubled.input).summary.text(listsAt: nil)
        #expect(text.contains("\nLate: Violence incidents: April to June 2024 (13 days late)\n"))
        #expect(text.contains("\nThe past: 4 figures restated; 2 verdicts changed\n"))
    }
}
