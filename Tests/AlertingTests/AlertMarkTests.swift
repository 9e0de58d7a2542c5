import Definitions
import Measures
import Testing

@testable import Alerting

@Suite("What people say of alerts, and for how long it holds")
struct AlertMarkTests {
    private static func day(_ number: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_000 + number) }

    private static func mark(
        _ kind: AlertMark.Kind, id: Int64 = 1, rule: String? = nil, area: AreaCode? = nil, group: String? = nil,
        from first: Int = 5, until last: Int? = 10, ended: Int? = nil
    ) -> AlertMark {
        AlertMark(
            id: id, kind: kind, rule: rule, area: area, group: group, day: day(first), until: last.map(day), author: "Ann",
            words: "why", end: ended.map { AlertMark.End(day: day($0), author: "Ben") })
    }

    @Test(
        "a mark holds from its day to its last, or until it is ended",
        arguments: [
            (nil as Int?, nil as Int?, [5, 6, 10, 11, 99]), (10, nil, [5, 6, 10]), (10, 6, [5]), (10, 5, []),
            (nil, 10, [5, 6]),
        ])
    func holding(_ until: Int?, _ ended: Int?, _ holds: [Int]) {
        let mark = Self.mark(.silence, until: until, ended: ended)
        #expect([4, 5, 6, 10, 11, 99].filter { mark.holds(on: Self.day($0)) } == holds)
    }

    struct Expiry: Sendable {
        var kind = AlertMark.Kind.silence
        var until: Int? = 10
        var ended: Int?
        var previous: Int?
        var asOf: Int
        var isTold: Bool
    }

    @Test(
        "that it ran out is told on the first date after, on every run of that date, and on no other",
        arguments: [
            Expiry(previous: 9, asOf: 10, isTold: false), Expiry(previous: 9, asOf: 11, isTold: true),
            Expiry(previous: 10, asOf: 11, isTold: true), Expiry(previous: 11, asOf: 12, isTold: false),
            Expiry(previous: 8, asOf: 40, isTold: true), Expiry(previous: nil, asOf: 12, isTold: true),
            Expiry(previous: 4, asOf: 12, isTold: true), Expiry(kind: .acknowledgement, previous: 9, asOf: 11, isTold: true),
            Expiry(kind: .note, previous: 9, asOf: 11, isTold: false),
            Expiry(until: nil, previous: 9, asOf: 11, isTold: false),
            Expiry(ended: 7, previous: 9, asOf: 11, isTold: false), Expiry(ended: 11, previous: 9, asOf: 11, isTold: true),
        ])
    func expiry(_ example: Expiry) {
        let mark = Self.mark(example.kind, until: example.until, ended: example.ended)
        let told = AlertMarks([mark], asOf: Self.day(example.asOf), previous: example.previous.map(Self.day)).expired
        #expect(told == (example.isTold ? [mark] : []))
    }

    @Test(
        "a silence covers what it names, and all that it does not narrow down",
        arguments: [
            (mark(.silence, rule: "rise"), true), (mark(.silence, rule: "fall"), false),
            (mark(.silence, area: Town.woodside), true), (mark(.silence, area: Town.whole), false),
            (mark(.silence, group: "group"), true), (mark(.silence, group: "other"), false),
            (mark(.silence, rule: "rise", area: Town.whole), false),
            (mark(.silence, rule: "rise", area: Town.woodside), true),
            (mark(.silence, rule: "rise", group: "other"), false), (mark(.acknowledgement, rule: "rise"), false),
        ])
    func covering(_ mark: AlertMark, _ isSilenced: Bool) {
        let silence = AlertMarks([mark], asOf: Self.day(6)).silence(of: "rise", in: Town.woodside, for: "group")
        #expect((silence != nil) == isSilenced)
    }

    @Test("of several silences the one that lasts longest is told")
    func longest() {
        let marks = [
            Self.mark(.silence, id: 1, rule: "rise", until: 10), Self.mark(.silence, id: 2, until: 30),
            Self.mark(.silence, id: 3, until: 20),
        ]
        #expect(AlertMarks(marks, asOf: Self.day(6)).silence(of: "rise", in: Town.whole, for: "g")?.id == 2)
    }

    @Test("an acknowledgement is of the episode that stood when it was made")
    func episodes() throws {
        var town = Town()
        town.when = "incidents > 120"
        let steady: [Double?] = Array(repeating: 100, count: 6)
        var recorded: [RecordedTransition] = []
        let known = AlertMark(
            id: 1, kind: .acknowledgement, rule: "rise", area: Town.whole, day: town.date("2022-06-15"), author: "Ann",
            words: "w")
        func night(_ day: String, _ figures: [Double?]) throws -> Bool {
            let advance = try town.advance(town.block(steady + figures), recorded: recorded, on: day)
            recorded = town.recording(advance, on: day, after: recorded)
            let standing = try #require(advance.standings.first)
            return AlertMarks([known], asOf: town.date(day)).acknowledgement(
                of: "rise", in: Town.whole, opened: standing.opened) != nil
        }
        #expect(try !night("2022-06-01", [150]), "not made yet")
        #expect(try night("2022-06-20", [150]))
        #expect(try night("2023-06-01", [150, 160]), "the same alert, a year on")
        // The first year is restated away: the alert stands since the second, and stood open all the while.
        #expect(try night("2023-06-02", [100, 160]), "it moved, and never ended")
        #expect(try !night("2024-06-01", [100, 160, 100]), "it recovered")
        #expect(try !night("2025-06-01", [100, 160, 100, 150]), "a new one")
    }

    @Test(
        "since when an alert stands open without a break",
        arguments: [
            ("1 2020/21 firing", 1), ("1 2020/21 firing, 2 2021/22 firing", 1),
            ("1 2020/21 firing, 2 2021/22 resolved, 3 2022/23 firing", 3),
            ("1 2020/21 firing, 2 2020/21 withdrawn, 3 2020/21 firing", 3),
            // It resolved in between, though both were learned on one date.
            ("1 2020/21 firing, 2 2021/22 resolved, 2 2022/23 firing", 2),
            // A recovery that a later run of the date took back is no break.
            ("1 2020/21 firing, 2 2021/22 resolved, 2 2021/22 firing", 1),
            ("1 2020/21 firing, 1 2021/22 firing, 2 2020/21 withdrawn", 1),
            // The earlier of two periods whose figures were not in has them: the alert stands for the other.
            ("1 2020/21 firing, 1 2021/22 firing, 2 2020/21 resolved", 1),
            // Late figures move its beginning back, restated ones forward.
            ("1 2021/22 firing, 2 2020/21 firing", 1),
            ("1 2020/21 firing, 2 2021/22 firing, 3 2020/21 withdrawn", 1),
            ("1 2020/21 firing, 2 2020/21 closed, 5 2020/21 firing", 5),
        ])
    func opened(_ story: String, _ day: Int) throws {
        let entries = try story.split(separator: ", ").map { entry in
            let words = entry.split(separator: " ").map(String.init)
            return RecordedTransition(
                Transition(
                    rule: "rise", area: Town.whole, period: try #require(Period(words[1])),
                    state: try #require(AlertState(rawValue: words[2])), meaning: "m"),
                asOf: Self.day(try #require(Int(words[0]))))
        }
        #expect(AlertRecord.opened(by: entries) == Self.day(day))
    }
}
