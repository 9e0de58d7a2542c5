import Foundation
import Reporting
import Testing

@Suite struct HostileNameTests {
    private static let names = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "{{pageTitle}}", "{{{drawing}}}",
        "{{> style}}", "=cmd|' /C calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\tcell", "\rcell", "a\u{202E}drow\u{2066}", "a,\"b\"\r\nc",
        "\"\u{301} onload=alert(1) x=\"", "</style><script>", "]]>",
    ]
    /// No YAML file may hold it; the name of a data file may.
    private static let terminalCode = "\u{1B}[2J\u{7}"

    /// What pages are held against whose names are hostile.
    private static let plain = Swift.Result { try report("Plain") }

    private static func report(_ name: String) throws -> Report {
        var made = MadePartnership()
        made.wardNote = "Plain"
        if name != terminalCode {
            made.wardNames[0] = name
            made.ruleTitle = name
            made.incidentsTitle = name
            made.wardNote = name
            made.respond = name
            made.owner = name
        }
        made.dataNotes = [
            DataNote(kind: .fileRefused, dataset: "violence", title: name, file: name, column: name, reason: name, count: 1)
        ]
        made.toldBefore = ["incidents": [MadePartnership.wards[0]: [7: 60]]]
        made.editions = MadePartnership.lateEditions.map { editions in
            var editions = editions
            editions.title = name
            return editions
        }
        made.consistencyNotes = [ConsistencyNote(priority: "violence", words: name)]
        made.moduleFailures = [FailedModule(module: "violence", reason: name)]
        return try Report(made.input)
    }

    @Test("a page holds the same elements and attributes whatever things are called", arguments: names)
    func markup(name: String) throws {
        func skeleton(_ report: Report) -> [[String]] {
            report.pages.filter { $0.path.hasSuffix(".html") }.map { page in
                page.text.matches(of: /<[^<>]*>/).map { String($0.0) }
            }
        }
        #expect(try skeleton(Self.report(name)) == skeleton(Self.plain.get()))
    }

    @Test("nothing that turns the reading direction or moves a cursor reaches a reader", arguments: names + [terminalCode])
    func controls(name: String) throws {
        let report = try Self.report(name)
        let texts = report.pages.filter { $0.path.hasSuffix(".html") }.map(\.text)
            + report.notices.flatMap(\.texts) + [report.summary.text(listsAt: nil)]
        let unfit = texts.joined().unicodeScalars.filter { scalar in
            switch scalar {
            case "\n": false
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": true
            default: scalar.properties.generalCategory == .control
            }
        }
        #expect(unfit.isEmpty)
    }

    @Test("a subject line and a summary line stay one line", arguments: names)
    func lines(name: String) throws {
        let report = try Self.report(name)
        let lines = report.notices.flatMap(\.texts)
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains("\n") && !$0.unicodeScalars.contains("\r") })
        let usual = try Self.plain.get().summary.text(listsAt: nil)
        #expect(report.summary.text(listsAt: nil).split(separator: "\n").count == usual.split(separator: "\n").count)
    }

    @Test(
        "a spreadsheet runs no cell of the CSV, and reads every cell back", arguments: names,
        ["breaches", "completeness", "restatements"])
    func spreadsheet(name: String, file: String) throws {
        let file = "violence-group/\(file).csv"
        let text = try Self.report(name).text(file)
        let rows = CSVReader.rows(text)
        let usual = CSVReader.rows(try Self.plain.get().text(file))
        #expect(rows.map(\.count) == usual.map(\.count))
        let cells = rows.flatMap(\.self)
        #expect(cells.allSatisfy { cell in cell.unicodeScalars.first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true })
        let shown = name.replacing("\u{202E}", with: "\u{FFFD}").replacing("\u{2066}", with: "\u{FFFD}")
        #expect(cells.contains { $0 == shown || $0 == "'" + shown })
        #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2066}" })
    }

    @Test("the JSON holds names as they are", arguments: names)
    func json(name: String) throws {
        struct List: Decodable {
            struct Row: Decodable {
                struct Name: Decodable { var title: String }
                var rule: Name
            }
            var rows: [Row]
        }
        let text = try Self.report(name).text("violence-group/breaches.json")
        let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
        #expect(!list.rows.isEmpty)
        #expect(list.rows.allSatisfy { $0.rule.title.unicodeScalars.elementsEqual(name.unicodeScalars) })
    }

    @Test("a body's id cannot lead out of the run's folder")
    func paths() throws {
        for page in try Report(MadePartnership().input).pages {
            #expect(page.path.wholeMatch(of: /([A-Za-z0-9_-]+\/){0,2}[A-Za-z0-9_-]+(\.schema)?\.(html|csv|json)/) != nil)
        }
    }
}
