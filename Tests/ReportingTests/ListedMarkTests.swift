import Alerting
import Definitions
import Measures
import Testing

@testable import Reporting

/// The borough's alert is new in 2024 Q2, the first ward's is worse, the last one's has recovered.
@Suite("Marks and folds on a list")
struct ListedMarkTests {
    private static let day = MadePartnership.asOf

    private static func silence(
        _ id: Int64 = 1, rule: String? = nil, area: AreaCode? = nil, group: String? = nil, days: ClosedRange<Int> = -5...5
    ) -> AlertMark {
        AlertMark(
            id: id, kind: .silence, rule: rule, area: area, group: group, day: day.advanced(byDays: days.lowerBound),
            until: day.advanced(byDays: days.upperBound), author: "A. <b>Nobody</b>", words: "=HYPERLINK(1)")
    }

    private func input(_ marks: [AlertMark], previous: Int = -1) throws -> ReportInput {
        var input = try MadePartnership().input
        input.marks = AlertMarks(marks, asOf: Self.day, previous: Self.day.advanced(byDays: previous))
        return input
    }

    private func notice(_ marks: [AlertMark]) throws -> GroupNotice {
        try #require(try Report(input(marks)).notices.first { $0.reader == "violence-group" })
    }

    @Test(
        "what is silenced is in no notice, and what recovered is",
        arguments: [
            (silence(rule: "rise"), ["recovered W4"]),
            (silence(area: MadePartnership.borough), ["worse W1", "recovered W4"]),
            (silence(area: MadePartnership.wards[3]), ["new E1", "worse W1", "recovered W4"]),
            (silence(group: "violence-group"), ["recovered W4"]),
            (silence(group: "roads-group"), ["new E1", "worse W1", "recovered W4"]),
            (silence(rule: "rise", days: 1...5), ["new E1", "worse W1", "recovered W4"]),
        ])
    func silenced(_ mark: AlertMark, _ items: [String]) throws {
        let told = try notice([mark])
        #expect(told.items.map { "\($0.section.rawValue) \($0.area)" } == items)
    }

    @Test("what the silence covered is told when it has run out, once")
    func expired() throws {
        let mark = Self.silence(rule: "rise", days: -9 ... -1)
        let told = try notice([mark])
        #expect(told.lines.contains { $0.hasPrefix("The silence of Serious youth violence rises over 10% ended on") })
        #expect(!told.lines.contains { $0.contains("Nobody") || $0.contains("HYPERLINK") })
        #expect(told.subject.contains("1 mark ended"))
        #expect(try Report(input([mark], previous: 0)).notices.allSatisfy { !$0.lines.contains { $0.contains("silence") } })
    }

    @Test("names and reasons are for those who see every figure, and are escaped")
    func words() throws {
        let report = try Report(input([Self.silence(rule: "rise")]))
        let page = try report.text("violence-group/breaches.html")
        let isOpen = page.contains("Silenced by A. &lt;b&gt;Nobody&lt;/b&gt; until")
        let csv = try CSVReader.rows(report.text("violence-group/breaches.csv"))
        let place = try #require(csv[0].firstIndex(of: "silenced_by"))
        #expect(csv.contains { $0[place].contains("Nobody") } == isOpen)
        let copy = try report.text("safer-board/violence-group-breaches.html")
        #expect(copy.contains("Silenced until") && !copy.contains("Nobody") && !copy.contains("HYPERLINK"))
        #expect(!page.contains("<b>Nobody"))
    }

    @Test("a fold takes what lies within out of the sections, and gives it back under a silenced alert")
    func folds() throws {
        var made = MadePartnership()
        made.condition += "\n    folds: rise"
        func list(_ marks: [AlertMark]) throws -> BreachList {
            var input = try made.input
            input.marks = AlertMarks(marks, asOf: Self.day)
            let maker = ListMaker(input)
            return maker.openList(of: try #require(input.definitions.partnership.body("violence-group")))
        }
        let folded = try list([])
        #expect(folded[.new].map(\.area.code) == [MadePartnership.borough] && folded[.worse].isEmpty)
        #expect(folded[.new].first?.folded.map(\.area.code) == [MadePartnership.wards[0]])
        #expect(folded[.recovered].map(\.area.code) == [MadePartnership.wards[3]])
        #expect(folded.foldedCount == 1 && folded.unfolded(.new).map(\.row.section) == [.new, .worse])
        let silenced = try list([Self.silence(area: MadePartnership.borough)])
        #expect(silenced[.worse].map(\.area.code) == [MadePartnership.wards[0]] && silenced.foldedCount == 0)
    }
}
