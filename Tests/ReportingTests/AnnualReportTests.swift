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

    @Test("hostile names are text, in the page and in the CSV")
    func hostile() throws {
        var made = MadePartnership()
        made.ruleTitle = "<script>alert(1)</script>"
        made.incidentsTitle = "=HYPERLINK(\"x\") & <b>"
        made.wardNames[0] = "</table><img src=x>"
        let report = try Self.report(made)
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
