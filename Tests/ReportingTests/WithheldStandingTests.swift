import Reporting
import Testing

@Suite struct WithheldStandingTests {
    /// The third ward fires on small figures that nothing else on any page could produce.
    private static func report(threshold: Int, rounding: Int = 1) throws -> Report {
        var made = MadePartnership()
        made.boardThreshold = threshold
        made.boardRounding = rounding
        made.figures["incidents"]?[MadePartnership.wards[2]] = [
            12_011, 12_012, 12_013, 12_014, 12_015, 7, 12_016, 12_017, 12_018, 81_111,
        ]
        return try Report(made.input)
    }

    private static let copies = [
        "safer-board/violence-group-breaches.html", "safer-board/violence-group-breaches.csv",
        "safer-board/violence-group-breaches.json", "safer-board/violence-group-measures.csv", "safer-board/board.html",
    ]

    @Test("no figure, message, working, chart or date of a withheld alert is left in any byte of a board's pages", arguments: copies)
    func nothingIsLeft(path: String) throws {
        // 7 → 81,111 fires; the year before is small, so all of it goes.
        let text = try Self.report(threshold: 9).text(path)
        #expect(text.firstMatch(of: /81,?111|12,?01[1-8]|7 →|1,158,628/) == nil)
        #expect(!text.contains("incidents, Castle &amp; Quay"))
        // It is named where the list says what is withheld, once for the rule and once for the measure, and nowhere else; on the board's
        // page in the table of all areas and in the words of their map.
        let mentions = text.matches(of: /Castle &(?:amp;)? Quay/).count
        #expect(mentions == (path.hasSuffix(".csv") ? 1 : 2))
    }

    @Test("the group itself sees what its board does not", arguments: ["violence-group/breaches.html", "violence-group/breaches.csv"])
    func groupSeesAll(path: String) throws {
        #expect(try Self.report(threshold: 9).text(path).contains("7 → 81,111 incidents"))
    }

    @Test("without a threshold the board sees the alert")
    func openBoard() throws {
        #expect(try Self.report(threshold: 0).text("safer-board/board.html").contains("7 → 81,111 incidents"))
    }

    @Test("being withheld says nothing of whether there is an alert")
    func quietIsWithheldToo() throws {
        func section(_ small: Double) throws -> Substring {
            var made = MadePartnership()
            made.figures["incidents"]?[MadePartnership.wards[2]] = [3, 3, 3, 3, 3, 3, 3, 3, 3, small]
            let text = try Report(made.input).text("safer-board/violence-group-breaches.html")
            return try #require(text.firstMatch(of: /<h2 id="withheld">[\s\S]*?<\/section>/)).0
        }
        // Falls, stays, rises within chance, and fires with a figure that would be told by itself.
        let sections = try [1, 3, 5, 40].map(section)
        #expect(Set(sections).count == 1)
    }

    @Test("an alert that began while its figure was small is withheld until that is past")
    func beganSmall() throws {
        var made = MadePartnership()
        made.figures["incidents"]?[MadePartnership.wards[3]] = [20, 21, 22, 23, 20, 21, 22, 4, 48, 49]
        #expect(try !Report(made.input).text("safer-board/violence-group-breaches.html").contains("→ 49 incidents"))
        made.figures["incidents"]?[MadePartnership.wards[3]] = [20, 21, 22, 23, 20, 21, 22, 24, 48, 49]
        #expect(try Report(made.input).text("safer-board/violence-group-breaches.html").contains("→ 49 incidents"))
    }

    @Test("where counts are rounded, a message, its change and its chart go with the rounded counts, and no working is told")
    func rounded() throws {
        let text = try Self.report(threshold: 0, rounding: 10).text("safer-board/violence-group-breaches.html")
        #expect(text.contains("10 → 81,110 incidents (+811,000%)"))
        #expect(text.contains("Rounded figures"))
        #expect(text.firstMatch(of: /81,?111|12,?01[1-8]/) == nil)
        #expect(!text.contains("class=\"workings\""))
        let json = try Self.report(threshold: 0, rounding: 10).text("safer-board/violence-group-breaches.json")
        #expect(json.firstMatch(of: /81,?111|12,?01[1-8]/) == nil && !json.contains("explanation"))
    }

    @Test("notes in free words, which may hold figures, stay with the group")
    func freeNotes() throws {
        let report = try Report(MadePartnership.troubled.input)
        #expect(try report.text("violence-group/breaches.html").contains("stated as 48"))
        #expect(try !report.text("safer-board/violence-group-breaches.html").contains("stated as 48"))
        #expect(try !report.text("safer-board/violence-group-breaches.json").contains("stated as 48"))
    }
}
