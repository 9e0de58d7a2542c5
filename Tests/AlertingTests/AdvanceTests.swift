import Definitions
import Measures
import RuleLanguage
import Testing

@testable import Alerting

@Suite("From one night to the next")
struct AdvanceTests {
    /// Figures for 2015/16 to 2023/24; on 1 June 2024 the last of them has closed.
    private static let steady: [Double?] = [100, 100, 100, 100, 100, 100, 100, 100, 100]
    private static func ending(_ last: Double?...) -> [Double?] { Array(steady.dropLast(last.count)) + last }

    private func told(_ advance: Advance) -> [String] { advance.added.map { "\($0.period) \($0.state.rawValue)" } }

    @Test("a breach is new, then continuing, worse, recovered and quiet, each told once")
    func life() throws {
        let town = Town()
        var recorded: [RecordedTransition] = []
        func night(_ day: String, _ values: [Double?]) throws -> (AlertStanding, [String]) {
            let advance = try town.advance(town.block(values), recorded: recorded, on: day)
            recorded = town.recording(advance, on: day, after: recorded)
            return (try #require(advance.standings.first), told(advance))
        }
        let first = try night("2021-06-01", Array(Self.steady.prefix(5)) + [140])
        #expect(first.0.section == .new && first.0.state == .firing && first.1 == ["2020/21 firing"])
        #expect(
            first.0.message == "Telford: 140 [unguarded: chance alone does this in 23% of unchanged series of this size]")
        #expect(first.0.since?.description == "2020/21")
        #expect(first.0.verdict == .fired)
        let again = try night("2021-06-01", Array(Self.steady.prefix(5)) + [140])
        #expect(again.0.section == .new && again.1.isEmpty)
        let nextNight = try night("2021-06-02", Array(Self.steady.prefix(5)) + [140])
        #expect(nextNight.0.section == .continuing && nextNight.1.isEmpty)
        let worse = try night("2022-06-01", Array(Self.steady.prefix(5)) + [140, 200])
        #expect(worse.0.section == .worse && worse.1 == ["2021/22 firing"] && worse.0.since?.description == "2020/21")
        let recovered = try night("2023-06-01", Array(Self.steady.prefix(5)) + [140, 200, 190])
        #expect(recovered.0.section == .recovered && recovered.1 == ["2022/23 resolved"] && recovered.0.since == nil)
        let quiet = try night("2023-06-02", Array(Self.steady.prefix(5)) + [140, 200, 190])
        #expect(quiet.0.section == .quiet && quiet.0.state == .resolved && quiet.1.isEmpty)
    }

    @Test("guards bind firing, never recovery: 100, 140, 12 fires and then resolves, though 12 is too small")
    func guards() throws {
        var town = Town()
        town.given = ["smallest(incidents) >= 50"]
        let advance = try town.advance(town.block(Self.ending(100, 140, 12)))
        #expect(told(advance) == ["2022/23 firing", "2023/24 resolved"])
        var byLevel = Town()
        byLevel.when = "incidents > 50"
        byLevel.given = ["base(incidents) >= 60"]
        byLevel.clear = "incidents < 60"
        // The condition still holds, its guard calls the counts too small, and the recovery condition is met.
        let small = try byLevel.advance(byLevel.block([10, 140, 55, 55]), on: "2019-06-01")
        #expect(told(small) == ["2016/17 firing", "2017/18 firing", "2018/19 resolved"])
    }

    @Test(
        "data that vanish neither open an alert again nor close one: what was recorded of a period stands until it is judged anew"
    )
    func vanishedData() throws {
        let town = Town()
        let whole: [Double?] = Array(Self.steady.prefix(5)) + [140, 100, 100, 100]
        let first = try town.advance(town.block(whole), recorded: [], on: "2024-06-01")
        let recorded = town.recording(first, on: "2024-06-01", after: [])
        #expect(told(first) == ["2020/21 firing", "2021/22 resolved"])
        // The year in which it fired can't be judged any more: its own figure, or the one before it, is gone.
        for gap in [[5], [4, 5], [0, 1, 2, 3, 4]] {
            var values = whole
            for place in gap { values[place] = nil }
            let later = try town.advance(town.block(values), recorded: recorded, on: "2024-06-02")
            #expect(later.added.isEmpty, "\(gap)")
            #expect(later.standings.first?.state == .resolved && later.standings.first?.section == .quiet, "\(gap)")
        }
        // Nor does an alert that had resolved open again where the years since are gone.
        let sinceGone: [Double?] = Array(whole.prefix(6)) + [nil, nil, nil]
        let later = try town.advance(town.block(sinceGone), recorded: recorded, on: "2024-06-02")
        #expect(later.added.isEmpty && later.standings.first?.state == .resolved)
    }

    @Test("a hole neither resolves an alert nor counts towards `for:`, and the list says what is missing")
    func holes() throws {
        var town = Town()
        let open = try town.advance(town.block(Self.ending(140, nil)))
        #expect(open.standings.first?.state == .firing && open.standings.first?.verdict == .notAssessed(.missing))
        #expect(open.standings.first?.section == .new)
        town.forPeriods = 2
        town.when = "incidents > 120"
        #expect(told(try town.advance(town.block(Self.ending(140, nil, 140)))) == ["2021/22 pending", "2023/24 firing"])
        #expect(
            told(try town.advance(town.block(Self.ending(140, 100, 140)))) == [
                "2021/22 pending", "2022/23 inactive", "2023/24 pending",
            ])
        town.missing = .alert
        #expect(told(try town.advance(town.block(Self.ending(140, nil)))) == ["2022/23 pending", "2023/24 firing"])
    }

    @Test("provisional figures may fire an alert and never resolve one")
    func provisional() throws {
        let town = Town()
        let fired = try town.advance(town.block(Self.ending(140), provisional: [8]))
        #expect(fired.standings.first?.state == .firing && fired.standings.first?.isProvisional == true)
        let clearing = try town.advance(town.block(Self.ending(140, 100), provisional: [8]))
        #expect(told(clearing) == ["2022/23 firing", "2023/24 recovering"])
        let final = try town.advance(town.block(Self.ending(140, 100)), recorded: town.recording(clearing))
        #expect(told(final) == ["2023/24 resolved"])
    }

    @Test("a second run on the same data adds nothing, whatever has happened")
    func idempotent() throws {
        let town = Town()
        for values in [
            Self.steady, Self.ending(140), Self.ending(140, 90), Self.ending(nil, 140, nil), Self.ending(140, 100, 140, 100),
        ] {
            let first = try town.advance(town.block(values))
            let recorded = town.recording(first)
            #expect(try town.advance(town.block(values), recorded: recorded).added.isEmpty)
            #expect(try town.advance(town.block(values), recorded: recorded, on: "2024-06-30").added.isEmpty)
        }
    }

    @Test("an alert that restated data undo is withdrawn, not recovered, and only once")
    func withdrawn() throws {
        let town = Town()
        let fired = town.recording(try town.advance(town.block(Self.ending(140)), on: "2024-05-01"), on: "2024-05-01")
        let restated = try town.advance(town.block(Self.steady), recorded: fired)
        #expect(told(restated) == ["2023/24 withdrawn"])
        #expect(restated.standings.first?.state == .inactive && restated.standings.first?.section == .withdrawn)
        let recorded = town.recording(restated, after: fired)
        #expect(try town.advance(town.block(Self.steady), recorded: recorded, on: "2024-06-02").added.isEmpty)
        // And fires again where the figures are restated back.
        #expect(
            told(try town.advance(town.block(Self.ending(140)), recorded: recorded, on: "2024-06-03")) == ["2023/24 firing"])
    }

    /// What a rule says on a night, and what the figures of the last two years are then: a number, `_` for missing.
    struct LateCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var when = "missing(incidents)"
        var missing = Rule.MissingPolicy.hold
        var forPeriods = 1
        var nights: [[Double?]]
        /// Added on the last night.
        var added: [String]
        var section: AlertStanding.Section
        var message: String?
    }

    static let lateCases = [
        LateCase(
            testDescription: "late data that come are a recovery, not a restatement", nights: [[100, nil], [100, 104]],
            added: ["2023/24 resolved"], section: .recovered, message: "Telford: the figures for 2023/24 are in"),
        LateCase(
            testDescription: "the earlier of two late years comes: the alert stands for the other",
            nights: [[nil, nil], [100, nil]], added: ["2022/23 resolved"], section: .continuing),
        LateCase(
            testDescription: "both come", nights: [[nil, nil], [100, 101]],
            added: ["2022/23 resolved", "2023/24 resolved"], section: .recovered),
        LateCase(
            testDescription: "the later comes, and the earlier never: lateness ended with it",
            nights: [[nil, nil], [nil, 101]], added: ["2023/24 resolved"], section: .recovered),
        LateCase(
            testDescription: "what came late, vanishes and comes again the same tells nothing anew",
            nights: [[100, nil], [100, 104], [100, nil], [100, 104]], added: ["2023/24 resolved"], section: .recovered),
        LateCase(
            testDescription: "a rule on figures that alerts where they are missing", when: "incidents > 120",
            missing: .alert, nights: [[100, nil], [100, 104]], added: ["2023/24 resolved"], section: .recovered),
        LateCase(
            testDescription: "the same, and the late figure fires by itself", when: "incidents > 120", missing: .alert,
            nights: [[100, nil], [100, 150]], added: [], section: .continuing),
        LateCase(
            testDescription: "a late figure that is restated afterwards withdraws what it made", when: "incidents > 120",
            missing: .alert, nights: [[100, nil], [100, 150], [100, 90]], added: ["2023/24 withdrawn"], section: .withdrawn),
        LateCase(
            testDescription: "a figure that comes back otherwise than it was told is restated", when: "incidents > 120",
            missing: .alert, nights: [[100, 150], [100, nil], [100, 90]], added: ["2023/24 withdrawn"], section: .withdrawn),
        LateCase(
            testDescription: "what was only pending for lateness comes to nothing", missing: .alert, forPeriods: 2,
            nights: [[100, nil], [100, 104]], added: ["2023/24 inactive"], section: .quiet),
        LateCase(
            testDescription: "a hole between two that fired is filled by one that did not: it would not have fired",
            when: "incidents > 120", forPeriods: 2, nights: [[150, nil, 150], [150, 90, 150]],
            added: ["2022/23 inactive", "2023/24 pending"], section: .withdrawn,
            message: "Telford: 150; an alert takes 2 periods that fire"),
        LateCase(
            testDescription: "an earlier year comes late and fires too: the alert is no newer for it", when: "incidents > 120",
            nights: [[nil, 150], [140, 150]], added: ["2022/23 firing"], section: .continuing),
        LateCase(
            testDescription: "a second period that fired, restated away, ends the alert with a word",
            when: "incidents > 120",
            forPeriods: 2, nights: [[150, 150], [150, 90]], added: ["2023/24 withdrawn"], section: .withdrawn),
    ]

    @Test("late data arriving are no restatement", arguments: lateCases)
    func late(_ example: LateCase) throws {
        var town = Town()
        town.when = example.when
        town.missing = example.missing
        town.forPeriods = example.forPeriods
        var memory = FigureMemory()
        var recorded: [RecordedTransition] = []
        var moved: Advance?
        for (night, figures) in example.nights.enumerated() {
            let day = "2024-06-0\(night + 1)"
            let block = town.block(Array(Self.steady.dropLast(figures.count)) + figures)
            let learned = memory.learn(ObservationSet([block]), on: town.date(day))
            let advance = try town.advance(block, recorded: recorded, learned: learned, on: day)
            recorded = town.recording(advance, on: day, after: recorded)
            // Told again on the same night, and on the next, it adds nothing.
            #expect(try town.advance(block, recorded: recorded, on: day).added.isEmpty)
            moved = advance
        }
        let advance = try #require(moved)
        let last = try #require(example.nights.last)
        #expect(told(advance) == example.added)
        #expect(advance.standings.first?.section == example.section)
        if let message = example.message { #expect(advance.standings.first?.message == message) }
        let block = town.block(Array(Self.steady.dropLast(last.count)) + last)
        #expect(try town.advance(block, recorded: recorded, on: "2024-07-01").added.isEmpty)
    }

    @Test("an alert for figures that are not in says so, and says so no more once they fire")
    func absence() throws {
        var town = Town()
        town.when = "incidents > 120"
        town.missing = .alert
        let absent = try town.advance(town.block(Self.ending(nil)), on: "2024-06-01")
        #expect(absent.standings.first?.state == .firing && absent.standings.first?.restsOnAbsence == true)
        let recorded = town.recording(absent, on: "2024-06-01")
        let come = try town.advance(town.block(Self.ending(150)), recorded: recorded, on: "2024-06-02")
        #expect(come.standings.first?.section == .continuing && come.standings.first?.restsOnAbsence == false)
    }

    @Test("what an earlier run of the date opened and a later one undid is withdrawn on the date's list")
    func undoneOnOneDate() throws {
        let town = Town()
        let first = try town.advance(town.block(Self.ending(140)))
        let recorded = first.added.map { RecordedTransition($0, asOf: town.date(town.asOf), run: 1) }
        let second = try town.advance(town.block(Self.steady), recorded: recorded)
        #expect(second.standings.first?.section == .withdrawn && second.standings.first?.ending == .withdrawn)
        let both = recorded + second.added.map { RecordedTransition($0, asOf: town.date(town.asOf), run: 2) }
        // Again on the date the list is the same; on the next it is quiet.
        #expect(try town.advance(town.block(Self.steady), recorded: both).standings.first?.section == .withdrawn)
        #expect(try town.advance(town.block(Self.steady), recorded: both, on: "2024-06-02").standings.first?.section == .quiet)
        let third = try town.advance(town.block(Self.ending(140)), recorded: both)
        #expect(third.standings.first?.section == .new && third.standings.first?.opened == town.date(town.asOf))
    }

    @Test(
        "lateness waits for no final figures",
        arguments: [
            ("missing(incidents)", Rule.MissingPolicy.hold), ("age(incidents) > 200 days", .hold),
            ("incidents > 120", .alert),
        ])
    func lateAndProvisional(_ when: String, _ missing: Rule.MissingPolicy) throws {
        var town = Town()
        town.when = when
        town.missing = missing
        let advance = try town.advance(town.block(Self.ending(nil, 104), provisional: [8]))
        #expect(told(advance) == ["2022/23 firing", "2023/24 resolved"])
        #expect(advance.standings.first?.isProvisional == (missing == .alert))
    }

    /// Two years fired; the figure of the second is restated, or comes late, so that it neither fires nor clears.
    @Test(
        "an alert of which only the last firing year is undone stands open, and is told when it ends",
        arguments: [nil, 150.0])
    func lastFiringYearUndone(_ second: Double?) throws {
        var town = Town()
        town.when = "incidents > 120"
        town.clear = "incidents < 110"
        town.missing = .alert
        let blocks = [[150, second], [150, 115], [150, 115, 100]].map { town.block(Self.ending($0[0]) + $0.dropFirst()) }
        var memory = FigureMemory()
        var recorded: [RecordedTransition] = []
        var nights: [Advance] = []
        for (night, block) in blocks.enumerated() {
            let day = ["2025-06-01", "2025-06-02", "2026-06-01"][night]
            let learned = memory.learn(ObservationSet([block]), on: town.date(day))
            let advance = try town.advance(block, recorded: recorded, learned: learned, on: day)
            recorded = town.recording(advance, on: day, after: recorded)
            #expect(try town.advance(block, recorded: recorded, on: day).added.isEmpty)
            nights.append(advance)
        }
        // A year without its figures keeps the alert firing, and is no news of its own.
        let first = ["2023/24 firing"] + (second == nil ? [] : ["2024/25 firing"])
        #expect(nights.map(told) == [first, ["2024/25 recovering"], ["2025/26 resolved"]])
        #expect(nights.map { $0.standings.first?.section } == [.new, .continuing, .recovered])
        #expect(nights[1].standings.first?.since?.description == "2023/24")
    }

    @Test("a year that held an alert open by chance alone, restated from recovery, leaves it open")
    func recoveryUndone() throws {
        var town = Town()
        town.given = ["significant(change(incidents))"]
        let recovered = town.recording(
            try town.advance(town.block(Self.ending(100, 180, 170)), on: "2024-06-01"), on: "2024-06-01")
        #expect(AlertRecord(recovered).state == .resolved)
        // The rise to 205 is over the threshold and within chance.
        let reopened = try town.advance(town.block(Self.ending(100, 180, 205)), recorded: recovered, on: "2024-06-02")
        #expect(told(reopened) == ["2023/24 withdrawn"])
        #expect(reopened.standings.first?.section == .new && reopened.standings.first?.since?.description == "2022/23")
        let recorded = town.recording(reopened, on: "2024-06-02", after: recovered)
        #expect(AlertRecord(recorded).isOpen && AlertRecord(recorded).began?.description == "2022/23")
        let again = try town.advance(town.block(Self.ending(100, 180, 205)), recorded: recorded, on: "2024-06-03")
        #expect(again.added.isEmpty && again.standings.first?.section == .continuing)
        // The rule goes: the alert is told, though the record's last word is that a recovery was undone.
        let gone = Advance(
            [], recorded: recorded, asOf: town.date("2024-06-04"), geography: try town.definitions().partnership.geography)
        #expect(gone.closed.map(\.since.description) == ["2022/23"] && told(gone) == ["2023/24 closed"])
        let closed = town.recording(gone, on: "2024-06-04", after: recorded)
        #expect(
            Advance(
                [], recorded: closed, asOf: town.date("2024-06-05"), geography: try town.definitions().partnership.geography
            ).closed.isEmpty)
        // And comes back: the alert is new again, since it was told to be closed.
        let back = try town.advance(town.block(Self.ending(100, 180, 205)), recorded: closed, on: "2024-06-06")
        #expect(told(back) == ["2023/24 firing"] && back.standings.first?.section == .new)
        let after = town.recording(back, on: "2024-06-06", after: closed)
        #expect(try town.advance(town.block(Self.ending(100, 180, 205)), recorded: after, on: "2024-06-06").added.isEmpty)
    }

    struct RecordCase: Sendable, CustomTestStringConvertible {
        var testDescription: String { states }
        /// `year state`, in the order in which they were recorded.
        var states: String
        var state: AlertState
        var began: String?
    }

    @Test(
        "where an alert stands by its record alone",
        arguments: [
            RecordCase(states: "", state: .inactive),
            RecordCase(states: "2020/21 pending", state: .pending),
            RecordCase(states: "2020/21 pending, 2021/22 firing", state: .firing, began: "2021/22"),
            RecordCase(states: "2020/21 firing, 2021/22 recovering", state: .recovering, began: "2020/21"),
            RecordCase(states: "2020/21 firing, 2021/22 resolved", state: .resolved),
            RecordCase(states: "2020/21 firing, 2020/21 withdrawn", state: .withdrawn),
            RecordCase(states: "2020/21 firing, 2021/22 firing, 2021/22 withdrawn", state: .firing, began: "2020/21"),
            RecordCase(states: "2020/21 firing, 2021/22 firing, 2020/21 withdrawn", state: .firing, began: "2021/22"),
            RecordCase(states: "2020/21 firing, 2021/22 resolved, 2021/22 withdrawn", state: .firing, began: "2020/21"),
            RecordCase(states: "2020/21 firing, 2021/22 resolved, 2022/23 firing, 2022/23 withdrawn", state: .withdrawn),
            RecordCase(states: "2020/21 firing, 2021/22 firing, 2021/22 closed", state: .closed),
            RecordCase(states: "2020/21 firing, 2021/22 closed, 2021/22 firing", state: .firing, began: "2020/21"),
        ])
    func records(_ example: RecordCase) throws {
        let transitions = try example.states.split(separator: ", ").map { entry in
            let words = entry.split(separator: " ")
            return RecordedTransition(
                Transition(
                    rule: "rise", area: Town.whole, period: try #require(Period(String(words[0]))),
                    state: try #require(AlertState(rawValue: String(words[1]))), meaning: "m"),
                asOf: CalendarDate(daysSince1970: 0))
        }
        let record = AlertRecord(transitions)
        #expect(record.state == example.state && record.began?.description == example.began)
        #expect(record.isOpen == example.state.isOpen)
    }

    @Test("data that vanish withdraw nothing", arguments: Observation.State.allCases.filter { $0 != .reported })
    func vanished(_ state: Observation.State) throws {
        let town = Town()
        let fired = town.recording(try town.advance(town.block(Self.ending(140)), on: "2024-05-01"), on: "2024-05-01")
        let gone = town.block(at: Town.borough, [Town.whole: Self.steady.map { _ in Observation(absent: state) }])
        #expect(try town.advance(gone, recorded: fired).added.isEmpty)
        #expect(try town.advance(recorded: fired).added.isEmpty)
    }

    @Test("an alert of another meaning of the rule is not this rule's")
    func meaning() throws {
        var town = Town()
        let fired = town.recording(try town.advance(town.block(Self.ending(140)), on: "2024-05-01"), on: "2024-05-01")
        town.when = " change( incidents )>10.0% "
        #expect(try town.advance(town.block(Self.ending(140)), recorded: fired).added.isEmpty)
        town.when = "change(incidents) > 11%"
        let edited = try town.advance(town.block(Self.ending(140)), recorded: fired)
        #expect(told(edited) == ["2023/24 firing", "2023/24 closed"] && edited.standings.first?.section == .new)
        #expect(edited.closed.map(\.since.description) == ["2023/24"])
        // Told on the night of the edit, once.
        let recorded = town.recording(edited, on: "2024-06-01", after: fired)
        let again = try town.advance(town.block(Self.ending(140)), recorded: recorded, on: "2024-06-01")
        #expect(again.added.isEmpty && again.closed.count == 1)
        #expect(try town.advance(town.block(Self.ending(140)), recorded: recorded, on: "2024-06-02").closed.isEmpty)
    }

    @Test("what is within chance or not assessed has a section of its own")
    func sections() throws {
        var town = Town()
        town.given = ["significant(change(incidents))"]
        func section(_ values: [Double?]) throws -> AlertStanding.Section? {
            try town.advance(town.block(values)).standings.first?.section
        }
        #expect(try section(Self.ending(115)) == .withinChance)
        #expect(try section(Self.ending(nil)) == .notAssessed)
        #expect(try section(Self.steady) == .quiet)
        #expect(try section(Self.ending(180)) == .new)
    }

    @Test(
        "worse is what the KPI calls worse",
        arguments: [
            (KPI.Better.lower, 180.0, AlertStanding.Section.worse), (.lower, 130, .continuing), (.higher, 130, .worse),
            (.neither, 180, .continuing),
        ])
    func worse(_ better: KPI.Better, _ last: Double, _ section: AlertStanding.Section) throws {
        var town = Town()
        town.when = "incidents > 120"
        town.better = better
        let fired = town.recording(
            try town.advance(town.block(Array(Self.ending(150, 0).dropLast())), on: "2023-05-01"), on: "2023-05-01")
        let advance = try town.advance(town.block(Self.ending(150, last)), recorded: fired)
        #expect(advance.standings.first?.section == section)
    }
}
