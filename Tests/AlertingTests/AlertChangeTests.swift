import Alerting
import Measures
import Testing

@Suite("What changed of an alert since a day, from its record")
struct AlertChangeTests {
    /// The record of one alert: on which day a run told which state of which month.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var record: [(day: String, month: Int, state: AlertState)]
        var isWorse = false
        var kind: AlertChange.Kind?
        var wasOpen = true
        var testDescription: String { name }
    }

    static let meeting = "2024-06-10"

    static let cases: [Case] = [
        Case(name: "raised since", record: [("2024-06-20", 5, .firing)], kind: .opened, wasOpen: false),
        Case(
            name: "raised on the day itself: the board knew", record: [("2024-06-10", 5, .firing)], kind: nil),
        Case(
            name: "open before, fired again and worse", record: [("2024-05-20", 4, .firing), ("2024-06-20", 5, .firing)],
            isWorse: true, kind: .worsened),
        Case(
            name: "open before, fired again and no worse", record: [("2024-05-20", 4, .firing), ("2024-06-20", 5, .firing)],
            kind: nil),
        Case(
            name: "worse already on the day", record: [("2024-05-20", 4, .firing), ("2024-06-10", 5, .firing)],
            isWorse: true,
            kind: nil),
        Case(
            name: "recovered", record: [("2024-05-20", 4, .firing), ("2024-06-20", 5, .resolved)], kind: .recovered),
        Case(
            name: "recovering is open still", record: [("2024-05-20", 4, .firing), ("2024-06-20", 5, .recovering)], kind: nil
        ),
        Case(
            name: "withdrawn", record: [("2024-05-20", 4, .firing), ("2024-06-20", 4, .withdrawn)], kind: .withdrawn),
        Case(name: "closed", record: [("2024-05-20", 4, .firing), ("2024-06-20", 4, .closed)], kind: .closed),
        Case(
            name: "came and went between two runs",
            record: [("2024-06-15", 5, .firing), ("2024-07-20", 6, .resolved)], kind: .recovered, wasOpen: false),
        Case(
            name: "came and went in months that one run told of, one of which closed since",
            record: [("2024-08-20", 6, .firing), ("2024-08-20", 7, .resolved)], kind: .recovered, wasOpen: false),
        Case(
            name: "a past that a first run learned is no news",
            record: [("2024-06-20", 1, .firing), ("2024-06-20", 2, .resolved)], kind: nil),
        Case(name: "pending is no alert", record: [("2024-06-20", 5, .pending), ("2024-07-20", 6, .inactive)], kind: nil),
        Case(
            name: "withdrawn and raised again is open as before",
            record: [("2024-05-20", 4, .firing), ("2024-06-15", 4, .withdrawn), ("2024-06-20", 4, .firing)], kind: nil),
        Case(name: "nothing since", record: [("2024-03-20", 2, .firing), ("2024-04-20", 3, .resolved)], kind: nil),
    ]

    @Test("one record, one answer", arguments: cases)
    func change(_ wanted: Case) throws {
        let recorded = try wanted.record.map { entry in
            RecordedTransition(
                Transition(
                    rule: "rise", area: AreaCode("N"),
                    period: Period(.month, holding: Month(year: 2024, month: entry.month)),
                    state: entry.state, meaning: "m"), asOf: try #require(CalendarDate(entry.day)))
        }
        let changes = AlertChange.changes(in: recorded, since: try #require(CalendarDate(Self.meeting))) { _, _, _, _ in
            wanted.isWorse
        }
        #expect(changes.map(\.kind) == (wanted.kind.map { [$0] } ?? []))
        #expect(changes.allSatisfy { $0.wasOpen == wanted.wasOpen })
    }

    @Test("an edited rule that is open under its new meaning is open as before")
    func edited() throws {
        let entries: [(day: String, state: AlertState, meaning: String)] = [
            ("2024-05-20", .firing, "old"), ("2024-06-20", .closed, "old"), ("2024-06-20", .firing, "new"),
        ]
        let recorded = try entries.map { entry in
            RecordedTransition(
                Transition(
                    rule: "rise", area: AreaCode("N"), period: Period(.month, holding: Month(year: 2024, month: 4)),
                    state: entry.state, meaning: entry.meaning), asOf: try #require(CalendarDate(entry.day)))
        }
        let changes = AlertChange.changes(in: recorded, since: try #require(CalendarDate(Self.meeting))) { _, _, _, _ in true
        }
        #expect(changes.isEmpty)
    }

    @Test("changes stand in order of kind, of rule and of area, whatever the order of the record")
    func order() throws {
        let day = try #require(CalendarDate("2024-06-20"))
        let before = try #require(CalendarDate("2024-05-20"))
        let month = Period(.month, holding: Month(year: 2024, month: 4))
        func entry(_ rule: String, _ area: String, _ state: AlertState, _ day: CalendarDate) -> RecordedTransition {
            RecordedTransition(
                Transition(rule: rule, area: AreaCode(area), period: month, state: state, meaning: "m"), asOf: day)
        }
        let recorded = [
            entry("b", "2", .firing, before), entry("b", "2", .resolved, day), entry("b", "1", .firing, day),
            entry("a", "2", .firing, day), entry("a", "1", .firing, before), entry("a", "1", .withdrawn, day),
        ]
        for turned in [recorded, recorded.filter { $0.asOf == before } + recorded.filter { $0.asOf == day }.reversed()] {
            let changes = AlertChange.changes(in: turned, since: try #require(CalendarDate(Self.meeting))) { _, _, _, _ in
                false
            }
            #expect(
                changes.map { "\($0.kind) \($0.rule) \($0.area)" } == [
                    "opened a 2", "opened b 1", "recovered b 2", "withdrawn a 1",
                ])
        }
    }
}
