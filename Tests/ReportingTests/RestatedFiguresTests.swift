import Foundation
import Measures
import Reporting
import Testing

@Suite("What was told before and is told otherwise now")
struct RestatedFiguresTests {
    private static func section(_ page: String) throws -> String {
        let found = try #require(page.firstMatch(of: /<section aria-labelledby="restated">[\s\S]*?<\/section>/))
        // Markup counts for nothing here: the words do, one a line.
        let text = String(found.0).replacing(/<[^<>]*>/, with: "\n").replacing("&amp;", with: "&")
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    @Test("a list tells each figure from what to what, since when, and which verdicts it changes")
    func page() throws {
        let text = try Self.section(Report(MadePartnership.troubled.input).text("violence-group/breaches.html"))
        #expect(
            text.contains(
                """
                Judged anew
                Serious youth violence rises over 10%
                ,
                Ashdown
                : October to December 2023 would not have fired on the revised figures.
                Before:
                Ashdown: 32 → 60 incidents (+87.5%)
                Now:
                Ashdown: 32 → 31 incidents (−3.1%)
                """))
        #expect(
            text.contains(
                """
                Ashdown
                October to December 2023
                60
                31
                15 April 2024
                Serious youth violence rises over 10%, October to December 2023
                """))
        // A figure that changes no verdict is told all the same.
        #expect(text.contains("Ashdown\nJuly to September 2022\n31\n30\n15 April 2024\nNone"))
        #expect(text.contains("Castle & Quay\nOctober to December 2023\n33\n3\n15 April 2024"))
    }

    @Test("a fire that was missed is told as one")
    func wouldHaveFired() throws {
        var made = MadePartnership()
        made.toldBefore = ["incidents": [MadePartnership.wards[3]: [8: 22]]]
        made.figures["incidents"]?[MadePartnership.wards[3]] = [22, 21, 23, 20, 22, 21, 20, 22, 48, 19]
        let text = try Self.section(Report(made.input).text("violence-group/breaches.html"))
        #expect(text.contains("Dell\n: January to March 2024 would have fired on the revised figures."))
        #expect(text.contains("Before:\nDell: 22 → 22 incidents (0%)\nNow:\nDell: 22 → 48 incidents (+118.2%)"))
    }

    @Test("a period whose figures came late, that fired and has recovered since, is told")
    func firedLate() throws {
        var made = MadePartnership()
        made.missingBefore = ["incidents": [MadePartnership.wards[3]: [7, 8]]]
        made.figures["incidents"]?[MadePartnership.wards[3]] = [22, 21, 23, 20, 22, 21, 20, 48, 22, 20]
        let page = try Report(made.input).text("violence-group/breaches.html")
        let text = try Self.section(page)
        #expect(
            text.contains(
                "Dell\n: October to December 2023 fired on figures that came late, and no alert stands from it any more."))
        #expect(
            text.contains(
                "Before:\nDell: 20 → not known: missing incidents (not known: missing)\nNow:\nDell: 20 → 48 incidents (+140%)"
            ))
        #expect(!page.contains("Also as <a href=\"restatements.csv\">"))
    }

    @Test("where the definitions were edited as well, the section says so")
    func edited() throws {
        var made = MadePartnership.troubled
        let words =
            "The definitions were edited since the last list. A figure may be otherwise for that, and not for its source."
        #expect(try !Report(made.input).text("violence-group/breaches.html").contains(words))
        made.definitionsWereEdited = true
        #expect(try Report(made.input).text("violence-group/breaches.html").contains(words))
        #expect(try Report(made.input).text("violence-group/breaches.json").contains("\"definitionsEdited\" : true"))
    }

    @Test(
        "of a withheld figure no audience gets either value, a message or a verdict",
        arguments: [
            "safer-board/violence-group-breaches.html", "safer-board/violence-group-breaches.json",
            "safer-board/violence-group-restatements.csv",
        ])
    func withheld(_ path: String) throws {
        var made = MadePartnership()
        made.boardThreshold = 9
        // Told as 12,033 before, which is not small, and restated to 3.
        made.toldBefore = ["incidents": [MadePartnership.wards[2]: [7: 12_033]]]
        let report = try Report(made.input)
        let text = try report.text(path)
        #expect(text.firstMatch(of: /12,?033/) == nil && !text.contains("would not have fired"))
        // Nor that it was restated: the whole, which is told, changed by as much.
        #expect(!text.contains("Restated figures") && !text.contains("W3,"))
        #expect(try report.text("violence-group/breaches.html").contains("<div>12,033</div>"))
        #expect(try report.text("violence-group/breaches.html").contains("would not have fired on the revised figures"))
    }

    @Test("by how much the whole was restated tells no withheld part, nor does a verdict on the whole")
    func whole() throws {
        var made = MadePartnership()
        made.boardThreshold = 9
        made.toldBefore = [
            "incidents": [
                MadePartnership.borough: [7: 127], MadePartnership.wards[0]: [7: 60], MadePartnership.wards[2]: [7: 33],
            ]
        ]
        let report = try Report(made.input)
        let rows = CSVReader.rows(try report.text("safer-board/violence-group-restatements.csv"))
        #expect(
            rows.dropFirst().map { ([$0[5]] + $0[12...14] + [$0[17]]).joined(separator: " | ") } == [
                "W1 | restated | 60 | 31 | rise 2023 Q4: would not have fired"
            ])
        let copy = try report.text("safer-board/violence-group-breaches.html")
        #expect(!copy.contains("127 incidents") && copy.contains("32 → 60 incidents"))
        #expect(try report.text("violence-group/breaches.html").contains("94 → 127 incidents"))
    }

    @Test("a verdict is told of no area whose standing is withheld, though its own figures are not small")
    func withheldStanding() throws {
        var made = MadePartnership()
        made.boardThreshold = 9
        // The last quarter is small, so how the rule stands is withheld; the restated ones are not.
        made.figures["incidents"]?[MadePartnership.wards[0]] = [30, 31, 30, 32, 31, 32, 30, 31, 32, 4]
        made.toldBefore = ["incidents": [MadePartnership.wards[0]: [7: 60]]]
        let report = try Report(made.input)
        #expect(try report.text("violence-group/breaches.html").contains("would not have fired"))
        let copy = try report.text("safer-board/violence-group-breaches.html")
        #expect(!copy.contains("would not have fired") && copy.contains("<div>60</div>"))
    }

    @Test("where counts are rounded, so are both values, and no message is told")
    func rounded() throws {
        var made = MadePartnership()
        (made.boardThreshold, made.boardRounding) = (0, 10)
        made.toldBefore = ["incidents": [MadePartnership.wards[0]: [7: 63]]]
        let text = try Self.section(Report(made.input).text("safer-board/violence-group-breaches.html"))
        #expect(text.contains("Rounded figures\nAshdown\nOctober to December 2023\n60\n30\n"))
        #expect(text.contains("would not have fired") && !text.contains("Before:") && !text.contains("63"))
    }

    @Test("the CSV has codes, dates and both values, and no row of a withheld figure")
    func csv() throws {
        let report = try Report(MadePartnership.troubled.input)
        let rows = CSVReader.rows(try report.text("violence-group/restatements.csv"))
        #expect(
            rows.dropFirst().map { ([$0[5]] + $0[9...9] + $0[12...17]).joined(separator: " | ") } == [
                "W1 | 2023 Q4 | restated | 60 | 31 | 2024-04-15 | no | rise 2023 Q4: would not have fired",
                "W3 | 2023 Q4 | restated | 33 | 3 | 2024-04-15 | no | rise 2023 Q4: would not have fired",
                "W1 | 2022 Q3 | restated | 31 | 30 | 2024-04-15 | no | ",
                "W4 | 2022 Q3 | restated | 24 | 23 | 2024-04-15 | no | ",
            ])
        let copy = CSVReader.rows(try report.text("safer-board/violence-group-restatements.csv"))
        #expect(copy.dropFirst().map { $0[5] } == ["W1"] && copy[1].count == rows[1].count)
    }

    @Test("the JSON has the figures and the verdicts")
    func json() throws {
        struct List: Decodable {
            struct Name: Decodable { var id: String }
            struct Place: Decodable { var code: String }
            struct Span: Decodable { var name: String }
            struct Figure: Decodable {
                var area: Place
                var standing: String
                var from: Double?
                var to: Double?
            }
            struct Verdict: Decodable {
                var rule: Name
                var area: Place
                var period: Span
                var change: String
                var messageNow: String?
            }
            var restatements: [Figure]
            var rejudged: [Verdict]
        }
        let text = try Report(MadePartnership.troubled.input).text("safer-board/violence-group-breaches.json")
        let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
        #expect(
            list.restatements.map { "\($0.area.code) \($0.standing) \($0.from ?? -1) \($0.to ?? -1)" } == [
                "W1 restated 60.0 31.0"
            ])
        #expect(
            list.rejudged.map { "\($0.rule.id) \($0.area.code) \($0.period.name) \($0.change)" } == [
                "rise W1 2023 Q4 would-not-have-fired"
            ])
        #expect(list.rejudged.first?.messageNow == "Ashdown: 32 → 31 incidents (−3.1%)")
    }

    @Test("where nothing was restated there is no section, no file and no link")
    func none() throws {
        let report = try Report(MadePartnership().input)
        #expect(!report.pages.contains { $0.path.contains("restatements") || $0.text.contains("Restated figures") })
    }

    @Test("a long list is folded, and a very long one is whole in the CSV alone")
    func long() throws {
        var made = MadePartnership()
        made.wardNames = (1...60).map { "Ward \($0)" }
        for place in 1...60 {
            let ward = AreaCode("W\(place)")
            made.figures["incidents"]?[ward] = [30, 31, 30, 32, 31, 32, 30, 31, 32, 30]
            made.toldBefore["incidents", default: [:]][ward] = [4: 33, 5: 33, 6: 33]
        }
        let report = try Report(made.input)
        let page = try report.text("violence-group/breaches.html")
        #expect(page.contains("<summary>108 more figures</summary>"))
        #expect(page.contains("<p class=\"small\">60 more figures in the CSV file.</p>"))
        #expect(CSVReader.rows(try report.text("violence-group/restatements.csv")).count == 181)
    }

    @Test("many verdicts are folded, and a notice names the first of them")
    func manyVerdicts() throws {
        var made = MadePartnership()
        made.wardNames = (1...20).map { "Ward \($0)" }
        for place in 1...20 {
            made.figures["incidents"]?[AreaCode("W\(place)")] = [30, 31, 30, 32, 31, 32, 30, 31, 32, 30]
            made.toldBefore["incidents", default: [:]][AreaCode("W\(place)")] = [6: 70]
        }
        let report = try Report(made.input)
        #expect(try report.text("violence-group/breaches.html").contains("<summary>8 more verdicts</summary>"))
        let notice = try #require(report.notices.first { $0.reader == "violence-group" })
        #expect(notice.lines.filter { $0.hasSuffix("would not have fired on the revised figures.") }.count == 12)
        #expect(notice.lines.contains("And 8 more past verdicts: see the list."))
    }

    @Test("a verdict that changed is news by itself, and a figure alone is not")
    func notice() throws {
        var made = MadePartnership()
        made.figures["collisions"] = [MadePartnership.borough: [40, 41, 60, 62, 40, 42, 61, 63, 40, 44]]
        made.toldBefore = ["collisions": [MadePartnership.borough: [6: 66]]]
        let quiet = try #require(try Report(made.input).notices.first { $0.reader == "roads-group" })
        #expect(!quiet.isNews)
        made.toldBefore = ["collisions": [MadePartnership.borough: [6: 90]]]
        let told = try #require(try Report(made.input).notices.first { $0.reader == "roads-group" })
        #expect(told.isNews)
        #expect(
            try Report(made.input).text("roads-group/breaches.html").contains(
                "(2 judgements). 1 verdict on the past changed: see Restated figures."))
        #expect(told.subject == "Road safety group: 1 past verdict changed, as of 15 July 2024")
        #expect(
            told.lines == [
                "1 figure told before was restated.",
                "Injury collisions over 80 in a quarter, Anywhere: July to September 2023 would not have fired on the revised figures.",
                "The whole list: roads-group/breaches.html",
            ])
    }
}
