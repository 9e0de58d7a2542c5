import Alerting
import Definitions
import Measures
import Testing

@Suite("What was said of a rule goes on under its new id")
struct RuleRenamesTests {
    private static func day(_ day: Int) -> CalendarDate { CalendarDate(daysSince1970: day) }

    /// a became b on day 5, b became c on day 8; a new rule took the id b on day 20, and became d on day 30.
    private static let renames = RuleRenames([
        RecordedRenaming(former: "b", rule: "d", day: day(30)), RecordedRenaming(former: "a", rule: "b", day: day(5)),
        RecordedRenaming(former: "b", rule: "c", day: day(8)),
    ])

    @Test(
        "by the day on which it was said",
        arguments: [
            ("a", 1, "c", "c"), ("a", 5, "c", nil), ("a", 6, "a", "a"), ("b", 6, "c", "c"), ("b", 8, "c", nil),
            ("b", 9, "d", "d"),
            ("b", 31, "b", "b"), ("c", 1, "c", "c"), ("x", 1, "x", "x"),
        ])
    func names(_ rule: String, _ day: Int, _ said: String, _ recorded: String?) {
        #expect(Self.renames.name(of: rule, saidOn: Self.day(day)) == said)
        #expect(Self.renames.name(of: rule, recordedOn: Self.day(day)) == recorded)
    }

    @Test("marks, records and what readers know follow")
    func following() {
        let mark = AlertMark(id: 1, kind: .silence, rule: "a", day: Self.day(1), author: "Ann", words: "w")
        #expect(Self.renames.following([mark]).map(\.rule) == ["c"])
        func entry(_ rule: String, _ state: AlertState, _ day: Int) -> RecordedTransition {
            RecordedTransition(
                Transition(
                    rule: rule, area: Town.whole, period: Period(grain: .month, ordinal: 1), state: state, meaning: "m"),
                asOf: Self.day(day))
        }
        // What closed the former id is no end of the alert.
        let recorded = [entry("a", .firing, 1), entry("b", .firing, 5), entry("a", .closed, 5)]
        let followed = Self.renames.following(recorded)
        #expect(followed.map(\.transition.rule) == ["c", "c"] && AlertRecord(followed).isOpen)
        let item = Notice.Item(
            rule: "b", title: "Rise", severity: .high, section: .new, area: Town.whole, areaName: "Telford",
            period: Period(grain: .month, ordinal: 1), message: "m")
        let told = ToldAlert(reader: "group", list: "group", item: item, asOf: Self.day(6))
        let known = ToldNotices(alerts: Self.renames.following([told]))
        #expect(known.alert("c", in: Town.whole, to: "group") != nil && known.alert("b", in: Town.whole, to: "group") == nil)
        #expect(known.open(to: "group").count == 1)
    }
}
