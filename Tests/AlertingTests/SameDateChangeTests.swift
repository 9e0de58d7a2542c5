import Measures
import RuleLanguage
import Testing

@testable import Alerting
@testable import Definitions

@Suite("What a later run of one date finds otherwise of its rules and areas")
struct SameDateChangeTests {
    private static let fired: [Double?] = [100, 100, 100, 100, 100, 100, 100, 100, 140]
    private static let date = "2024-06-01"

    /// What the store holds, run after run of one date.
    private struct Date {
        var recorded: [RecordedTransition] = []
        var renamings: [RecordedRenaming] = []

        mutating func run(_ town: Town, _ values: [Double?] = SameDateChangeTests.fired) throws -> Advance {
            let advance = try town.advance(
                town.block(values), recorded: recorded, renamedBefore: renamings, on: SameDateChangeTests.date)
            recorded = town.recording(advance, on: SameDateChangeTests.date, after: recorded)
            renamings = advance.renamings
            return advance
        }
    }

    private func told(_ advance: Advance) -> [String] {
        advance.added.map { "\($0.rule) \($0.period) \($0.state.rawValue)" }
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var reason: ClosedAlert.Reason
        var change: @Sendable (inout Town) -> Void
    }

    @Test(
        "an alert of the date is closed by the run that finds its rule or its area gone, and by no later one",
        arguments: [
            Change(testDescription: "edited", reason: .ruleEdited, change: { $0.when = "change(incidents) > 50%" }),
            Change(testDescription: "other areas", reason: .areaGone, change: { $0.areas = [Town.woodside] }),
            Change(
                testDescription: "removed", reason: .ruleRemoved,
                change: {
                    $0.id = "other"
                    $0.when = "change(incidents) > 50%"
                }),
        ])
    func closed(_ change: Change) throws {
        var town = Town()
        var date = Date()
        _ = try date.run(town)
        change.change(&town)
        let second = try date.run(town)
        #expect(told(second) == ["rise 2023/24 closed"] && second.closed.map(\.reason) == [change.reason])
        #expect(second.closed.map(\.since.description) == ["2023/24"])
        let third = try date.run(town)
        #expect(third.added.isEmpty && third.closed == second.closed)
        let next = try town.advance(town.block(Self.fired), recorded: date.recorded, on: "2024-06-02")
        #expect(next.added.isEmpty && next.closed.isEmpty)
    }

    @Test("what was only pending ends with its area, and without a word", arguments: ["2024-06-01", "2024-06-02"])
    func pending(_ day: String) throws {
        var town = Town()
        town.forPeriods = 2
        town.when = "incidents > 120"
        var date = Date()
        #expect(told(try date.run(town)) == ["rise 2023/24 pending"])
        town.areas = [Town.woodside]
        let gone = try town.advance(town.block(Self.fired), recorded: date.recorded, on: day)
        #expect(told(gone) == ["rise 2023/24 closed"] && gone.closed.isEmpty)
        let recorded = town.recording(gone, on: day, after: date.recorded)
        #expect(try town.advance(town.block(Self.fired), recorded: recorded, on: day).added.isEmpty)
        // With the area it is back.
        town.areas = nil
        #expect(told(try town.advance(town.block(Self.fired), recorded: recorded, on: day)) == ["rise 2023/24 pending"])
    }

    @Test("a renaming that is taken back leaves nothing open under the other id")
    func takenBack() throws {
        var town = Town()
        let before = try town.advance(town.block(Self.fired), on: "2024-05-01")
        var date = Date(recorded: town.recording(before, on: "2024-05-01"))
        town.id = "climb"
        #expect(try date.run(town).renamings.map(\.rule) == ["climb"])
        town.id = "rise"
        for _ in 1...2 {
            let back = try date.run(town)
            #expect(back.closed.isEmpty && back.renamed.isEmpty && back.standings.first?.section == .continuing)
            #expect(back.renamings == [RecordedRenaming(former: "climb", rule: "rise", day: town.date(Self.date))])
        }
        let own = Dictionary(grouping: date.recorded, by: \.transition.rule).mapValues { AlertRecord($0).state }
        #expect(own == ["rise": .firing, "climb": .closed])
        // What was said and told of the other id on the date is of the former one.
        let renames = RuleRenames(date.renamings)
        #expect(renames.name(of: "climb", saidOn: town.date(Self.date)) == "rise")
        let next = try town.advance(
            town.block(Self.fired), recorded: renames.following(date.recorded), on: "2024-06-02")
        #expect(next.added.isEmpty && next.closed.isEmpty && next.standings.first?.section == .continuing)
        // A third id takes over from both.
        town.id = "third"
        let third = try date.run(town)
        #expect(third.renamings.map { "\($0.former) \($0.rule)" } == ["climb third", "rise third"] && third.closed.isEmpty)
        // And the second once more.
        town.id = "climb"
        let again = try date.run(town)
        #expect(again.renamings.map { "\($0.former) \($0.rule)" } == ["rise climb", "third climb"])
        #expect(again.closed.isEmpty && again.standings.first?.section == .continuing)
    }

    @Test("a rule that came up on the date and goes under another id by its end keeps its alert")
    func renamedAtOnce() throws {
        var town = Town()
        var date = Date()
        _ = try date.run(town)
        for id in ["climb", "rise"] {
            let former = town.id
            town.id = id
            let renamed = try date.run(town)
            #expect(renamed.closed.isEmpty && renamed.renamed.map(\.rule) == [id])
            #expect(renamed.renamings == [RecordedRenaming(former: former, rule: id, day: town.date(Self.date))])
            #expect(renamed.standings.first?.section == .new)
            #expect(try date.run(town).added.isEmpty)
        }
    }
}
