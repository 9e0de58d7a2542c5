import Alerting
import Measures
import Reporting
import Testing

@Suite struct ListSectionTests {
    @Test("the sections of a list stand in the order in which a meeting takes them")
    func order() throws {
        let page = try Report(MadePartnership().input).text("violence-group/breaches.html")
        let headings = page.matches(of: /<h2 id="[a-z-]+">([^<]+)<\/h2>/).map { String($0.1) }
        #expect(
            headings == ["New", "Worse", "Recovered", "Within chance", "How the measures stand"])
        #expect(page.contains("<p class=\"lead\">Nothing in: continuing, withdrawn, not assessed, data quality.</p>"))
        // What is empty leads nowhere.
        #expect(page.contains("<li><span><b>0</b> Continuing</span></li>") && page.contains("<a href=\"#new\"><b>1</b> New</a>"))
    }

    @Test("what is in stands before the data quality, restated figures after it")
    func dataSections() throws {
        let page = try Report(MadePartnership.troubled.input).text("violence-group/breaches.html")
        let headings = page.matches(of: /<h2 id="[a-z-]+">([^<]+)<\/h2>/).map { String($0.1) }
        #expect(headings.suffix(4) == ["How the measures stand", "What is in", "Data quality", "Restated figures"])
    }

    @Test("the CSV has its rows in the order of the page, the most severe first")
    func rows() throws {
        let rows = CSVReader.rows(try Report(MadePartnership().input).text("violence-group/breaches.csv"))
        #expect(rows.dropFirst().map { "\($0[2]): \($0[7])" } == [
            "new: Anywhere", "worse: Ashdown", "recovered: Dell", "within chance: Birchfield", "within chance: Castle & Quay",
        ])
    }

    @Test("a list without an alert says what was watched")
    func nothing() throws {
        var made = MadePartnership()
        made.figures["collisions"] = [MadePartnership.borough: Array(repeating: 40, count: 10)]
        let report = try Report(made.input)
        #expect(
            try report.text("roads-group/breaches.html").contains(
                "Nothing to report: no alert is new, worse, continuing, recovered or withdrawn. 2 rules watched over 1 area (2 judgements)."))
        #expect(report.notices.first { $0.reader == "roads-group" }?.isNews == false)
    }

    @Test("an empty list that could not be judged does not read as all well")
    func nothingKnown() throws {
        var made = MadePartnership()
        made.figures["collisions"] = [MadePartnership.borough: []]
        #expect(
            try Report(made.input).text("roads-group/breaches.html").contains("Nothing could be judged, so nothing can be reported."))
    }

    @Test("wards without a figure for the same reason are one row that says how many and which")
    func grouping() throws {
        var made = MadePartnership()
        for ward in MadePartnership.wards { made.figures["incidents"]?[ward]?[9] = nil }
        let page = try Report(made.input).text("violence-group/breaches.html")
        #expect(page.contains("<summary>2 wards</summary><bdi>Birchfield, Castle &amp; Quay</bdi>"))
        // The two whose alerts are open stay on the list as alerts.
        #expect(page.matches(of: /Could not be judged this period \(missing\); the alert stands/).count == 2)
        let rows = CSVReader.rows(try Report(made.input).text("violence-group/breaches.csv"))
        #expect(rows.filter { $0[2] == "not assessed" }.map { $0[7] } == ["Birchfield", "Castle & Quay"])
    }

    @Test("within chance shows its p-value without being opened")
    func chance() throws {
        let page = try Report(MadePartnership().input).text("violence-group/breaches.html")
        #expect(page.contains("<b>p = 0.551</b>"))
        var made = MadePartnership()
        made.boardThreshold = 0
        #expect(try Report(made.input).text("safer-board/board.html").contains("<span class=\"mark\">p = 0.551</span>"))
    }

    @Test("made figures are marked at the top of every page and on every row that rests on them")
    func made() throws {
        let made = try Report(MadePartnership.troubled.input)
        for page in made.pages where page.path.hasSuffix(".html") { #expect(page.text.contains("<strong>Made sample data.</strong>")) }
        let alerts = try made.text("violence-group/breaches.html").split(separator: "<article").dropFirst()
        #expect(alerts.count == 3 && alerts.allSatisfy { $0.contains("<span class=\"mark\">Made sample data</span>") })
        #expect(made.notices.allSatisfy { $0.subject.hasPrefix("[made sample data]") })
        let real = try Report(MadePartnership().input)
        #expect(real.pages.allSatisfy { !$0.text.contains("Made sample data") })
    }

    @Test("an alert on provisional figures says so, and that it stands until they are final")
    func provisional() throws {
        let page = try Report(MadePartnership().input).text("roads-group/breaches.html")
        #expect(page.contains("<span class=\"mark\">Provisional</span>"))
        #expect(page.contains("Threshold not met on provisional figures; the alert stands until they are final"))
    }

    @Test("a failed module is told at the top of every page that it concerns, and of no other")
    func failedModule() throws {
        let report = try Report(MadePartnership.troubled.input)
        for path in ["index.html", "roads-group/breaches.html", "safer-board/board.html", "safer-board/roads-group-breaches.html"] {
            #expect(try report.text(path).contains("Deaths and serious injury on the roads: not computed."))
        }
        #expect(try !report.text("violence-group/breaches.html").contains("not computed"))
    }
}
