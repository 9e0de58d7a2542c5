import Measures
import RuleLanguage
import Testing

@testable import Alerting
@testable import Definitions

@Suite("Rules and areas that change under an alert")
struct RuleChangeTests {
    private static let fired: [Double?] = [100, 100, 100, 100, 100, 100, 100, 100, 140]

    private func told(_ advance: Advance) -> [String] {
        advance.added.map { "\($0.rule) \($0.area) \($0.period) \($0.state.rawValue)" }
    }

    /// An alert of 2023/24, told on 1 May 2024.
    private func open(_ town: Town) throws -> [RecordedTransition] {
        town.recording(try town.advance(town.block(Self.fired), on: "2024-05-01"), on: "2024-05-01")
    }

    @Test("a rule under another id keeps its alert and its beginning: nothing is new")
    func renamed() throws {
        var town = Town()
        let before = try open(town)
        town.id = "climb"
        let night = try town.advance(town.block(Self.fired), recorded: before, on: "2024-06-01")
        #expect(told(night) == ["climb E06 2023/24 firing", "rise E06 2023/24 closed"])
        #expect(
            night.closed.isEmpty && night.renamed.map(\.formerRule) == ["rise"] && night.renamed.map(\.rule) == ["climb"])
        #expect(night.standings.first?.section == .continuing && night.standings.first?.since?.description == "2023/24")
        let recorded = town.recording(night, on: "2024-06-01", after: before)
        // Again on the same date: the same list, and nothing to record.
        let again = try town.advance(town.block(Self.fired), recorded: recorded, on: "2024-06-01")
        #expect(again.added.isEmpty && again.standings.first?.section == .continuing && again.renamed == night.renamed)
        // The next date knows it by the new id alone.
        let next = try town.advance(town.block(Self.fired), recorded: recorded, on: "2024-06-02")
        #expect(next.added.isEmpty && next.renamed.isEmpty && next.standings.first?.section == .continuing)
        // And its recovery is told.
        let recovered = try town.advance(town.block(Self.fired + [100]), recorded: recorded, on: "2025-06-01")
        #expect(told(recovered) == ["climb E06 2024/25 resolved"] && recovered.standings.first?.section == .recovered)
    }

    @Test("what happens on the night of the renaming is news all the same")
    func renamedAndWorse() throws {
        var town = Town()
        let before = try open(town)
        town.id = "climb"
        let figures = Self.fired + [200]
        let night = try town.advance(town.block(figures), recorded: before, on: "2025-06-01")
        #expect(told(night) == ["climb E06 2023/24 firing", "climb E06 2024/25 firing", "rise E06 2023/24 closed"])
        #expect(night.standings.first?.section == .worse)
        let recorded = town.recording(night, on: "2025-06-01", after: before)
        let again = try town.advance(town.block(figures), recorded: recorded, on: "2025-06-01")
        #expect(again.added.isEmpty && again.standings.first?.section == .worse)
    }

    @Test("a rule that is renamed and means something else is another rule")
    func renamedAndEdited() throws {
        var town = Town()
        let before = try open(town)
        town.id = "climb"
        town.when = "change(incidents) > 11%"
        let night = try town.advance(town.block(Self.fired), recorded: before, on: "2024-06-01")
        #expect(night.closed.map(\.reason) == [.ruleRemoved] && night.renamed.isEmpty)
        #expect(night.standings.first?.section == .new)
    }

    @Test("a rule that is still defined lends its past to no other, though nobody judged it tonight")
    func notGone() throws {
        var town = Town()
        let before = try open(town)
        town.id = "climb"
        let evaluations = try town.judge(town.block(Self.fired), on: "2024-06-01")
        let night = Advance(
            evaluations, recorded: before, defined: ["rise", "climb"], asOf: town.date("2024-06-01"),
            geography: try town.definitions().partnership.geography)
        #expect(night.renamed.isEmpty && night.standings.first?.section == .new)
    }

    @Test("of two rules that could be meant by a new id, neither is")
    func ambiguous() throws {
        var town = Town()
        var before = try open(town)
        town.id = "rise_too"
        before = before + (try open(town))
        town.id = "climb"
        let night = try town.advance(town.block(Self.fired), recorded: before, on: "2024-06-01")
        #expect(night.renamed.isEmpty && night.closed.count == 2 && night.standings.first?.section == .new)
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var reason: ClosedAlert.Reason?
        var change: @Sendable (inout Town) -> Void
    }

    @Test(
        "an edit that keeps the meaning keeps the alert; another closes it, with its reason",
        arguments: [
            Edit(testDescription: "other characters", change: { $0.when = " change( incidents )>10.0% " }),
            Edit(testDescription: "`for:` as before by this figure", change: { $0.missing = .alert }),
            Edit(testDescription: "another threshold", reason: .ruleEdited, change: { $0.when = "change(incidents) > 11%" }),
            Edit(testDescription: "another guard", reason: .ruleEdited, change: { $0.given = ["base(incidents) > 1"] }),
            Edit(testDescription: "another recovery", reason: .ruleEdited, change: { $0.clear = "change(incidents) < 5%" }),
            Edit(testDescription: "other levels", reason: .areaGone, change: { $0.levels = [Town.ward] }),
            Edit(testDescription: "other areas", reason: .areaGone, change: { $0.areas = [Town.woodside] }),
        ])
    func edited(_ edit: Edit) throws {
        var town = Town()
        let before = try open(town)
        edit.change(&town)
        let night = try town.advance(town.block(Self.fired), recorded: before, on: "2024-06-01")
        #expect(night.closed.map(\.reason) == (edit.reason.map { [$0] } ?? []))
        let recorded = town.recording(night, on: "2024-06-01", after: before)
        let again = try town.advance(town.block(Self.fired), recorded: recorded, on: "2024-06-01")
        #expect(again.added.isEmpty && again.closed == night.closed)
        #expect(try town.advance(town.block(Self.fired), recorded: recorded, on: "2024-06-02").closed.isEmpty)
    }

    @Test("a rule that is removed closes its alert; back again, the alert is new")
    func removed() throws {
        let town = Town()
        let before = try open(town)
        let geography = try town.definitions().partnership.geography
        let night = Advance([], recorded: before, asOf: town.date("2024-06-01"), geography: geography)
        #expect(told(night) == ["rise E06 2023/24 closed"] && night.closed.map(\.reason) == [.ruleRemoved])
        let recorded = town.recording(night, on: "2024-06-01", after: before)
        let back = try town.advance(town.block(Self.fired), recorded: recorded, on: "2024-06-02")
        #expect(told(back) == ["rise E06 2023/24 firing"] && back.standings.first?.section == .new)
    }

    /// Woodside is split in two: its code goes, and two come.
    @Test("a split area's alert is closed with a word, and its successors have no past of it")
    func splitArea() throws {
        var town = Town()
        town.levels = [Town.ward]
        func block(_ rows: [AreaCode: [Double?]]) -> ObservationBlock {
            town.block(
                at: Town.ward,
                rows.mapValues {
                    $0.map { $0.map { Observation(value: $0, count: $0) } ?? Observation(absent: .beforeHistory) }
                })
        }
        let whole = [Town.woodside: Self.fired, Town.madeley: Self.fired.map { _ in 100 }]
        let before = town.recording(try town.advance(block(whole), on: "2024-05-01"), on: "2024-05-01")
        #expect(before.map(\.transition.area) == [Town.woodside])
        let (north, south) = (AreaCode("E05n"), AreaCode("E05s"))
        town.wards = [north, south, Town.madeley]
        let past: [Double?] = Self.fired.map { _ in nil }
        let split = block([north: past, south: past, Town.madeley: Self.fired.map { _ in 100 }])
        let night = try town.advance(split, recorded: before, on: "2024-06-01")
        #expect(told(night) == ["rise E05a 2023/24 closed"] && night.closed.map(\.reason) == [.areaGone])
        let parts = night.standings.filter { [north, south].contains($0.area) }
        #expect(parts.map(\.section) == [.notAssessed, .notAssessed] && parts.allSatisfy { $0.since == nil })
        #expect(parts.allSatisfy { $0.verdict == .notAssessed(.insufficientHistory) })
        #expect(night.standings.first { $0.area == Town.madeley }?.section == .quiet)
    }

    @Test("`keep:` asks for that many periods of recovery, and data that vanish undo no count that was recorded")
    func kept() throws {
        var town = Town()
        town.when = "incidents > 120"
        town.keepPeriods = 2
        town.forPeriods = 3
        var figures: [Double?] = [100, 150, 150, 150, 100, 100, 100, 100, 100]
        let first = try town.advance(town.block(figures))
        #expect(
            first.added.map { "\($0.period) \($0.state.rawValue)" } == [
                "2016/17 pending", "2017/18 pending", "2018/19 firing", "2019/20 recovering", "2020/21 resolved",
            ])
        let recorded = town.recording(first)
        for gone in [[1], [2], [1, 2], [4], [1, 2, 4]] {
            var left = figures
            for place in gone { left[place] = nil }
            let later = try town.advance(town.block(left), recorded: recorded, on: "2024-06-02")
            #expect(later.added.isEmpty, "\(gone): \(told(later))")
            #expect(later.standings.first?.state == .resolved, "\(gone)")
        }
        // What is restated undoes the count all the same.
        figures[2] = 100
        let restated = try town.advance(town.block(figures), recorded: recorded, on: "2024-06-02")
        #expect(restated.standings.first?.state == .inactive)
    }
}
