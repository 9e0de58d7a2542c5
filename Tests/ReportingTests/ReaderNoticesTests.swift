import Alerting
import Definitions
import Measures
import Testing

@testable import Reporting

/// The borough's alert is new in 2024 Q2, the first ward's is worse, the last one's has recovered.
@Suite("What each reader is told over all its lists")
struct ReaderNoticesTests {
    private func input(_ made: MadePartnership, by routes: [DeliveryPlan.Route]? = nil) throws -> ReportInput {
        var input = try made.input
        let bodies = input.definitions.partnership.bodies.map(\.id)
        input.definitions.partnership.delivery = DeliveryPlan(
            routes: routes ?? [DeliveryPlan.Route(id: "all", channel: .folder, bodies: bodies)])
        return input
    }

    private func items(_ input: ReportInput, to reader: String) throws -> [String] {
        try Report(input).notices.filter { $0.reader == reader }.flatMap { notice in
            notice.items.map { "\(notice.list): \($0.section.rawValue) \($0.area)" }
        }
    }

    private var openToBoard: MadePartnership {
        var made = MadePartnership()
        made.boardThreshold = 0
        made.boardRounding = 1
        return made
    }

    @Test(
        "a board to which a group reports no more is told so of what it takes to stand open, and of nothing else",
        arguments: [0, 5])
    func listGone(_ threshold: Int) throws {
        var made = openToBoard
        made.boardThreshold = threshold
        var input = try input(made)
        for place in input.definitions.partnership.bodies.indices
        where input.definitions.partnership.bodies[place].id == "violence-group" {
            input.definitions.partnership.bodies[place].reportsTo = []
        }
        let known = input.told.open(to: "safer-board").filter { $0.list == "violence-group" }.map(\.item.area)
        #expect(!known.isEmpty)
        let notices = try Report(input).notices.filter { $0.reader == "safer-board" && $0.list == "safer-board" }
        let notice = try #require(notices.first)
        #expect(notices.count == 1 && notice.isNews && notice.items.map(\.area) == known)
        #expect(notice.subject == "Safer Anywhere Board: \(known.count) closed, as of 15 July 2024")
        #expect(
            notice.items.allSatisfy {
                $0.section == .closed && $0.message == "told here no more: the list that it was on comes here no more"
            })
        // Once told, it is known.
        input.told = ToldNotices(
            alerts: notice.items.map { ToldAlert(reader: "safer-board", list: notice.list, item: $0, asOf: input.asOf) })
        #expect(try Report(input).notices.allSatisfy { $0.reader != "safer-board" || $0.list != "safer-board" })
        // Nor is a board whose lists go on told anything of the kind.
        let before = try self.input(made)
        #expect(try Report(before).notices.allSatisfy { $0.list != "safer-board" })
    }

    @Test("an alert on two lists of a reader is told with the first of them that has news of it")
    func twoLists() throws {
        var made = openToBoard
        made.condition += "\n    to: roads-group"
        var input = try input(made)
        let both = try ["violence-group", "roads-group"].map { try Report(input).text("safer-board/\($0)-breaches.csv") }
        #expect(both.allSatisfy { CSVReader.rows($0).contains { $0[2] == "new" && $0[6] == "E1" } })
        func told(_ section: String) throws -> [String] {
            try items(input, to: "safer-board").filter { $0.hasSuffix(section) }
        }
        for alert in ["new E1", "worse W1", "recovered W4"] { #expect(try told(alert) == ["violence-group: \(alert)"]) }
        // The groups themselves read one list each.
        #expect(try items(input, to: "roads-group").contains("roads-group: new E1"))
        // What the first keeps back, the second tells.
        input.marks = AlertMarks(
            [
                AlertMark(
                    id: 1, kind: .silence, group: "violence-group", day: input.asOf, until: input.asOf.advanced(byDays: 9),
                    author: "Ann", words: "w")
            ], asOf: input.asOf)
        #expect(try told("new E1") == ["roads-group: new E1"] && told("recovered W4") == ["violence-group: recovered W4"])
        // Told on a list on which it stands no more, its end is told with the other.
        input.told = ToldNotices(
            alerts: input.told.open(to: "safer-board").map { alert in
                var alert = alert
                alert.list = "gone"
                return alert
            })
        #expect(try told("recovered W4") == ["violence-group: recovered W4"])
    }

    @Test("a route that told of an alert under a higher severity tells that it was lowered, and how it ended")
    func lowered() throws {
        let made = MadePartnership()
        let routes = [
            DeliveryPlan.Route(id: "all", channel: .folder, bodies: ["violence-group"]),
            DeliveryPlan.Route(id: "urgent", channel: .folder, bodies: ["violence-group"], leastSeverity: .critical),
        ]
        var input = try input(made, by: routes)
        input.told = ToldNotices(
            alerts: input.told.open(to: "violence-group").map { alert in
                var alert = alert
                alert.item.severity = .critical
                return alert
            })
        func told(by route: String) throws -> [String] {
            try Report(input).notices.filter { $0.routes == [route] }.flatMap(\.items).map {
                "\($0.section.rawValue) \($0.area)" + ($0.why.map { " (\($0))" } ?? "")
            }
        }
        #expect(
            try told(by: "urgent") == ["worse W1 (told before as critical, and told here no more)", "recovered W4"])
        #expect(try told(by: "all") == ["new E1", "worse W1 (told before as critical)", "recovered W4"])
        // By the severity that it has now it never went that way.
        input.told = ToldNotices()
        #expect(try told(by: "urgent").isEmpty)
    }
}
