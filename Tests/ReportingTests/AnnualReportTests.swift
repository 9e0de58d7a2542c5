import Alerting
import Definitions
import Measures
import Testing

@testable import Reporting

@Suite("The report on a year")
struct AnnualReportTests {
    static let year = Period(grain: .financialYear, ordinal: 2023)

    static func mark(
        _ kind: AlertMark.Kind, day: String, due: String? = nil, in area: AreaCode, words: String = "send patrols",
        owner: String? = "Dolores", outcome: AlertMark.Outcome? = nil
    ) throws -> AlertMark {
        AlertMark(
            id: 1, kind: kind, rule: "rise", area: area, day: try #require(CalendarDate(day)),
            until: try due.map { try #require(CalendarDate($0)) }, author: "Ben", words: words, owner: owner, outcome: outcome)
    }

    private static func report(_ made: MadePartnership, year: Period = year, marks: [AlertMark] = []) throws -> AnnualReport {
        let edited = try #require(CalendarDate("2023-11-05"))
        return try AnnualReport(
            made.input, AnnualInput(year: year, marks: marks, editedOn: [edited]),
            for: ["violence-group", "roads-group", "safer-board"])
    }

    /// With an action, an edit and a restatement; one quarter is withheld from the board.
    static var full: AnnualReport {
        get throws {
            var made = MadePartnership.troubled
            made.figures["collisions"] = MadePartnership.usualFigures["collisions"]
            made.failing = []
            made.moduleFailures = []
            made.figures["incidents"]?[MadePartnership.borough]?[6] = 3
            let edited = try #require(CalendarDate("2023-11-05"))
            let edit = DefinitionEdit(
                .init(.rule, "rise"), of: "violence", foundOn: edited,
                before: ["title": made.ruleTitle, "when": "change(incidents) > 20%", "respond": "Convene the subgroup"],
                after: ["title": made.ruleTitle, "when": "change(incidents) > 10%", "respond": made.respond])
            return try AnnualReport(
                made.input,
                AnnualInput(
                    year: year, marks: [try mark(.action, day: "2024-05-02", due: "2024-05-31", in: MadePartnership.wards[0])],
                    editedOn: [edited], edits: [edit], textsKnownSince: CalendarDate("2023-05-01"),
                    restatements: [restatement(7, Observation(value: 95, count: 95), Observation(value: 97, count: 97))]),
                for: ["violence-group", "safer-board"])
        }
    }

    private static func text(_ report: AnnualReport, _ reader: String, _ ending: String = "html") throws -> String {
        try #require(report.pages.first { $0.path == "\(reader)/annual-2023-24.\(ending)" }).text
    }

    /// A row of the CSV, by the names of its columns.
    private static func row(_ report: AnnualReport, _ reader: String, _ kpi: String) throws -> [String: String] {
        let lines = try text(report, reader, "csv").split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let place = try #require(AnnualCSV.header.firstIndex(of: "kpi"))
        let cells = try #require(lines.first { $0.count > place && $0[place] == kpi })
        return Dictionary(zip(AnnualCSV.header, cells), uniquingKeysWith: { first, _ in first })
    }

    static let targets: [(value: Double?, bounds: ClosedRange<Double>?, target: Double?, worst: Double?, KPI.Better, TargetResult)] = [
        (10, nil, 12, nil, .lower, .met), (12, nil, 12, nil, .lower, .met), (13, nil, 12, nil, .lower, .missed),
        (13, nil, 12, 13, .lower, .tolerated), (14, nil, 12, 13, .lower, .missed), (12, nil, 12, nil, .higher, .met),
        (11, nil, 12, nil, .higher, .missed), (11, nil, 12, 11, .higher, .tolerated), (nil, nil, 12, nil, .higher, .notKnown),
        (10, nil, nil, nil, .lower, .none), (10, nil, 12, nil, .neither, .none), (12, 11.5...12.5, 12, nil, .lower, .notKnown),
        (10, 9.5...10.5, 12, nil, .lower, .met), (14, 13.5...14.5, 12, 14, .lower, .missed),
        (13, 12.5...13.5, 12, 14, .lower, .tolerated),
    ]

    @Test("a target is met, missed or tolerated, or the figure does not tell", arguments: targets)
    func target(
        _ example: (value: Double?, bounds: ClosedRange<Double>?, target: Double?, worst: Double?, KPI.Better, TargetResult)
    ) {
        let bounds = example.bounds.map { Observation.Bounds(low: $0.lowerBound, high: $0.upperBound) }
        let figure = example.value.map { Observation(value: $0, bounds: bounds) } ?? Observation(absent: .missing)
        #expect(TargetResult(figure, target: example.target, worst: example.worst, better: example.4) == example.5)
        #expect(TargetResult(nil, target: example.target, worst: nil, better: .lower) == .notKnown)
    }

    @Test("what adds up is added up over the year, and what lacks a part has no sum")
    func sums() throws {
        var made = MadePartnership()
        let whole = try Self.row(Self.report(made), "violence-group", "incidents")
        #expect(whole["period"] == "2023/24" && whole["value"] == "385" && whole["before"] == "372")
        made.figures["incidents"]?[MadePartnership.borough]?[6] = nil
        let gap = try Self.row(Self.report(made), "violence-group", "incidents")
        #expect(gap["value"] == "" && gap["figure_state"] == "missing" && gap["before"] == "372")
        // The board may not see one of the quarters, so not what would tell it.
        made = MadePartnership()
        made.figures["incidents"]?[MadePartnership.borough]?[6] = 3
        #expect(try Self.row(Self.report(made), "violence-group", "incidents")["value"] == "294")
        let withheld = try Self.row(Self.report(made), "safer-board", "incidents")
        #expect(withheld["value"] == "" && withheld["figure_state"] == "withheld")
    }

    @Test("an alert that stood open in the year is told with what was done; the board reads no free text")
    func answered() throws {
        let done = AlertMark.Outcome(day: try #require(CalendarDate("2024-05-20")), author: "Ann", words: "nine stops")
        let marks = [
            try Self.mark(.action, day: "2024-05-02", due: "2024-05-31", in: MadePartnership.wards[0], outcome: done),
            try Self.mark(.note, day: "2024-05-02", in: MadePartnership.wards[0], words: "see minutes"),
            try Self.mark(.action, day: "2024-05-02", due: "2024-05-31", in: MadePartnership.wards[1], words: "elsewhere"),
        ]
        let report = try Self.report(MadePartnership(), marks: marks)
        let group = try Self.text(report, "violence-group")
        #expect(group.contains("send patrols (Dolores, due 31 May 2024): done 20 May 2024, nine stops"))
        #expect(!group.contains("see minutes") && !group.contains("elsewhere"))
        #expect(group.contains("<td data-label=\"Actions\"><div>1 done</div></td>"))
        let board = try Self.text(report, "safer-board")
        #expect(board.contains("Action (due 31 May 2024): done 20 May 2024"))
        #expect(!board.contains("patrols") && !board.contains("Dolores") && !board.contains("nine stops"))
        // The year before knew of no alert.
        let earlier = try Self.report(MadePartnership(), year: Self.year.moved(by: -1), marks: marks)
        #expect(!(earlier.pages.first { $0.path == "violence-group/annual-2022-23.html" }?.text.contains("send patrols") ?? true))
    }

    @Test("a year that has not ended says so, and what was edited is told")
    func notes() throws {
        let report = try Self.report(MadePartnership())
        #expect(try Self.text(report, "violence-group").contains("Definitions were edited before the runs of 5 November 2023"))
        #expect(try !Self.text(report, "violence-group").contains("this report tells of a part of it"))
        let running = try Self.report(MadePartnership(), year: Self.year.moved(by: 1))
        let page = try #require(running.pages.first { $0.path == "roads-group/annual-2024-25.html" })
        #expect(page.text.contains("The year ends on 31 March 2025: this report tells of a part of it."))
    }

    @Test("the year's change is told with whether chance alone brings as much, to those who see the figures as they are")
    func chance() throws {
        let columns = ["change", "change_unit", "change_chance", "change_chance_reason", "change_test"]
        func cells(_ made: MadePartnership, _ reader: String, _ kpi: String) throws -> [String] {
            let row = try Self.row(Self.report(made), reader, kpi)
            return columns.map { String((row[$0] ?? "no column").prefix($0 == "change" ? 5 : 40)) }
        }
        var made = MadePartnership()
        #expect(try cells(made, "roads-group", "collisions") == ["0.261", "change", "beyond-chance", "", "two-counts"])
        #expect(try cells(made, "safer-board", "incidents") == ["0.034", "change", "within-chance", "", "two-counts"])
        let page = try Self.text(Self.report(made), "roads-group")
        #expect(page.contains("<div>+26.1% <div class=\"rag-red\"><span aria-hidden=\"true\">▼</span>&nbsp;Worse, beyond chance</div>"))
        #expect(page.contains("exact conditional test of two counts, two-sided, at 95%"))
        made.figures["incidents"]?[MadePartnership.borough]?[6] = 3
        #expect(try cells(made, "safer-board", "incidents") == ["", "", "not-tested", "withheld", ""])
        made = MadePartnership()
        made.boardRounding = 5
        #expect(try cells(made, "safer-board", "collisions")[2...] == ["not-tested", "rounded", ""])
        #expect(try cells(made, "roads-group", "collisions")[2] == "beyond-chance")
    }

    /// What the quarter after the year brought, by KPI and area.
    static let afterwards: [[String: [AreaCode: Double?]]] = [
        [:], ["incidents": [MadePartnership.borough: nil]],
        ["incidents": [MadePartnership.borough: 900, MadePartnership.wards[0]: 1, MadePartnership.wards[3]: 400]],
        ["incidents": [MadePartnership.wards[1]: 2, MadePartnership.wards[2]: 90], "collisions": [MadePartnership.borough: 0]],
    ]

    @Test("whatever comes after the year, its report is the same", arguments: afterwards)
    func isSame(_ later: [String: [AreaCode: Double?]]) throws {
        var made = MadePartnership()
        for (kpi, areas) in later {
            for (area, value) in areas { made.figures[kpi]?[area]?[9] = value }
        }
        let usual = try Self.report(MadePartnership())
        #expect(try Self.report(made).pages == usual.pages)
        let page = try Self.text(usual, "violence-group")
        #expect(page.contains("the last Jan–Mar 24") && !page.contains("Apr–Jun 24"))
        // The fourth ward's alert ended in the quarter after the year.
        #expect(page.contains("<td data-label=\"Ended in\"><div>Open at the year&#39;s end</div></td>"))
        #expect(page.contains("Open at its end"))
    }

    @Test("whatever a withheld quarter is, the year's report is the same, byte for byte", arguments: [1, 5])
    func withheldLeavesNoTrace(rounding: Int) throws {
        func pages(_ small: Double) throws -> [Page] {
            var made = MadePartnership()
            made.boardRounding = rounding
            made.figures["incidents"]?[MadePartnership.borough]?[6] = small
            return try Self.report(made).pages.filter { $0.path.hasPrefix("safer-board/") }
        }
        let usual = try pages(3)
        #expect(usual.count == 2)
        for small in [1.0, 2, 4, 5] { #expect(try pages(small) == usual) }
    }

    private static func restatement(_ place: Int, _ before: Observation, _ after: Observation) -> Restatement {
        Restatement(
            place: FigurePlace(
                kpi: "incidents", level: AreaLevel("borough"), area: MadePartnership.borough, period: MadePartnership.first.moved(by: place)),
            unit: .count, before: before, after: after, toldSince: MadePartnership.nightBefore)
    }

    @Test("what is told otherwise than it was first is told, by how much to those alone who see every figure")
    func restated() throws {
        func report(_ restatements: [Restatement]) throws -> AnnualReport {
            try AnnualReport(
                MadePartnership().input, AnnualInput(year: Self.year, marks: [], editedOn: [], restatements: restatements),
                for: ["violence-group", "safer-board", "roads-group"])
        }
        let figure = { (value: Double) in Observation(value: value, count: value) }
        let changed = try report([Self.restatement(6, figure(90), figure(94))])
        let line = "Serious youth violence incidents, July to September 2023"
        #expect(try Self.text(changed, "violence-group").contains("\(line): first told on 15 April 2024 as 90, now 94"))
        #expect(try Self.text(changed, "safer-board").contains("\(line): restated since it was first told on 15 April 2024"))
        #expect(try Self.row(changed, "safer-board", "incidents")["restated"] == "yes")
        #expect(try Self.text(changed, "violence-group").contains("<span class=\"mark\">Restated</span>"))
        // A figure of the year before, and one of neither.
        let earlier = try report([Self.restatement(2, figure(90), figure(91)), Self.restatement(0, figure(80), figure(90))])
        #expect(try Self.row(earlier, "violence-group", "incidents")["restated"] == "no")
        #expect(try Self.text(earlier, "violence-group").matches(of: /first told on/).count == 1)
        // Of a figure that is withheld not even that is told.
        let small = try report([Self.restatement(6, figure(94), figure(3))])
        #expect(try !Self.text(small, "safer-board").contains("Restated since"))
        let gone = try report([Self.restatement(6, figure(90), Observation(absent: .missing))])
        #expect(try Self.text(gone, "violence-group").contains("as 90, now taken back by its source"))
        #expect(try !Self.text(gone, "roads-group").contains("Restated since"))
    }

    @Test("hostile names are text, in the page and in the CSV")
    func hostile() throws {
        var made = MadePartnership()
        made.ruleTitle = "<script>alert(1)</script>"
        made.incidentsTitle = "=HYPERLINK(\"x\") & <b>"
        made.wardNames[0] = "</table><img src=x>"
        let edit = DefinitionEdit(
            .init(.rule, "rise"), of: "violence", foundOn: try #require(CalendarDate("2023-11-05")),
            before: ["title": "<script>", "respond": "<img src=x>"], after: ["title": "</table><script>", "respond": "<b>=HYPER"])
        let report = try AnnualReport(
            made.input, AnnualInput(year: Self.year, marks: [], editedOn: [], edits: [edit], textsKnownSince: edit.foundOn),
            for: ["violence-group", "roads-group", "safer-board"])
        #expect(try Self.text(report, "violence-group").contains("&lt;img src=x&gt;"))
        for page in report.pages where page.path.hasSuffix(".html") {
            #expect(!page.text.contains("<script") && !page.text.contains("<img") && !page.text.contains("<b>=HYPER"))
        }
        #expect(try Self.text(report, "violence-group").contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(try Self.text(report, "violence-group", "csv").contains("\"'=HYPERLINK(\"\"x\"\") & <b>\""))
    }

    @Test("headings do not skip a level, and every id is there once")
    func structure() throws {
        for page in try Self.report(.troubled).pages where page.path.hasSuffix(".html") {
            let levels = page.text.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
            #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page.path) \(levels)")
            let ids = page.text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(page.path)")
            let links = page.text.matches(of: /href="#([^"]+)"/).map { String($0.1) }
            #expect(links.allSatisfy(ids.contains))
        }
    }
}
