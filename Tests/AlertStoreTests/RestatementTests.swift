import Alerting
import Measures
import Randomness
import Testing

@testable import AlertStore

@Suite("A figure that is restated is seen")
struct RestatementTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var nights: [Observation]
        /// Before, after (nil for taken back), whether provisional and the night that told it first, as learned on the last night.
        var learned: (before: Double, after: Double?, wasProvisional: Bool, since: Int)?
        var arrives = false
    }

    static let cases = [
        Case(testDescription: "told once", nights: [Observation(value: 3)]),
        Case(testDescription: "told the same", nights: [Observation(value: 3), Observation(value: 3)]),
        Case(
            testDescription: "another value", nights: [Observation(value: 3), Observation(value: 4)],
            learned: (3, 4, false, 0)),
        Case(
            testDescription: "a provisional value revised",
            nights: [Observation(value: 3, provisional: true), Observation(value: 4)], learned: (3, 4, true, 0)),
        Case(
            testDescription: "a provisional value confirmed",
            nights: [Observation(value: 3, provisional: true), Observation(value: 3)]),
        Case(
            testDescription: "learned on an earlier night",
            nights: [Observation(value: 3), Observation(value: 4), Observation(value: 4, provisional: true)]),
        Case(
            testDescription: "first told after being not due", nights: [Observation(absent: .notDue), Observation(value: 3)]),
        Case(
            testDescription: "taken back", nights: [Observation(value: 3), Observation(absent: .withheld)],
            learned: (3, nil, false, 0)),
        Case(
            testDescription: "taken back on an earlier night",
            nights: [Observation(value: 3), Observation(absent: .withheld), Observation(absent: .missing)]),
        Case(
            testDescription: "a module that failed takes nothing back",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed)]),
        Case(
            testDescription: "the same value after a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(value: 3)]),
        Case(
            testDescription: "another value after a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(value: 4)],
            learned: (3, 4, false, 0)),
        Case(
            testDescription: "taken back during a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(absent: .missing)],
            learned: (3, nil, false, 0)),
        Case(
            testDescription: "another value after it was missing",
            nights: [Observation(value: 3), Observation(absent: .missing), Observation(value: 5)], learned: (3, 5, false, 0)),
        Case(
            testDescription: "told otherwise twice: since when, is of the last",
            nights: [
                Observation(value: 3), Observation(value: 4), Observation(value: 4, provisional: true),
                Observation(value: 6),
            ],
            learned: (4, 6, true, 1)),
        Case(
            testDescription: "first told after being missing",
            nights: [Observation(absent: .missing), Observation(value: 3)],
            arrives: true),
        Case(
            testDescription: "there, and without a value, after being missing",
            nights: [Observation(absent: .missing), Observation(absent: .noValue)], arrives: true),
        Case(
            testDescription: "the same value after it was missing",
            nights: [Observation(value: 3), Observation(absent: .missing), Observation(value: 3)], arrives: true),
        Case(
            testDescription: "missing, failed, and there",
            nights: [Observation(absent: .missing), Observation(absent: .moduleFailed), Observation(value: 3)], arrives: true
        ),
    ]

    @Test("told, revised, confirmed, taken back, late", arguments: cases)
    func learned(_ example: Case) throws {
        let store = try AlertStore(stateFolder: folder.state)
        var memory = FigureMemory()
        var told = LearnedFigures()
        var last: RunID?
        for (night, cell) in example.nights.enumerated() {
            let record = Sample.record(day: night, [Sample.single(cell)])
            // Before it is stored, as the run asks; the night before is the last run stored.
            if let last { told = try store.learned(from: record.figures, since: last) }
            let remembered = memory.learn(ObservationSet([Sample.single(cell)]), on: record.asOf)
            if last != nil { #expect(remembered.restatements == told.restatements && remembered.arrived == told.arrived) }
            last = try store.commit(record).run
        }
        let place = FigurePlace(kpi: "burglary", level: Sample.ward, area: Sample.areas[0], period: Sample.first)
        let found = told.restatements.map { told in
            "\(told.before.value ?? -1) \(told.after.value ?? -1) \(told.before.provisional) \(told.toldSince)"
        }
        let expected = example.learned.map { learned in
            "\(learned.before) \(learned.after ?? -1) \(learned.wasProvisional) \(Sample.asOf(learned.since))"
        }
        #expect(found == (expected.map { [$0] } ?? []))
        #expect(told.restatements.allSatisfy { $0.place == place && $0.unit == .count })
        #expect(told.arrived == (example.arrives ? [place] : []))
    }

    @Test("a run that is asked again after its commit learns the same of the nights before it")
    func repeated() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record([Sample.single(Observation(value: 3))])).run
        let record = Sample.record(day: 1, [Sample.single(Observation(value: 4))])
        let before = try store.learned(from: record.figures, since: first)
        let second = try store.commit(record).run
        #expect(try store.learned(from: record.figures, since: first).restatements == before.restatements)
        #expect(try store.learned(from: record.figures, since: second).isEmpty)
    }

    @Test("a new unit is a new definition, not a restatement")
    func unit() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record([Sample.single(Observation(value: 3))])).run
        let changed = ObservationSet([Sample.single(Observation(value: 0.3), unit: .percent)])
        #expect(try store.learned(from: changed, since: first).isEmpty)
    }

    @Test("each cell is held against its own past")
    func neighbours() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record()).run
        #expect(try store.learned(from: ObservationSet([Sample.block()]), since: first).isEmpty)
        let changed = ObservationSet([Sample.block { Observation(value: Double($0 * 10 + $1 + ($0 == 2 ? 1 : 0))) }])
        let told = try store.learned(from: changed, since: first).restatements
        #expect(told.map(\.place.area) == Array(repeating: Sample.areas[2], count: 4))
        #expect(told.map(\.place.period) == (0..<4).map(Sample.first.moved(by:)))
        #expect(told.map(\.before.value) == [20, 21, 22, 23])
        #expect(told.map(\.after.value) == [21, 22, 23, 24])
    }

    @Test(
        "of a long series that grows, is edited and changes its shape, the store learns what a memory of every cell does",
        arguments: 0..<12)
    func stretches(_ seed: Int) throws {
        let store = try AlertStore(stateFolder: folder.state)
        var random = SplitMix(seed: UInt64(seed))
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
        var memory = FigureMemory()
        var figures: [[Observation]] = Sample.areas.map { _ in (0..<60).map { Observation(value: Double($0)) } }
        var last: RunID?
        var restated = 0
        var stored: [CellPlace: Observation] = [:]
        var periods = 20
        for night in 0..<14 {
            periods += below(3)
            for _ in 0..<below(3) {
                let (area, period) = (below(3), below(60))
                figures[area][period] =
                    below(5) == 0
                    ? Observation(absent: .missing)
                    : Observation(value: Double(below(100)), provisional: below(3) == 0)
            }
            // Now and then the series begins later, as where history was cut off, or an area is gone for a night.
            let cut = below(4) == 0 ? below(20) : 0
            let areas = below(5) == 0 ? Array(Sample.areas.dropLast()) : Sample.areas
            let block = Sample.block(areas: areas, first: Sample.first.moved(by: cut), periods: periods - cut) {
                row, column in
                figures[row][cut + column]
            }
            let record = Sample.record(day: night, input: "\(night)", [block])
            let remembered = memory.learn(ObservationSet([block]), on: record.asOf)
            if let last {
                let learned = try store.learned(from: record.figures, since: last)
                #expect(learned.restatements == remembered.restatements && learned.arrived == remembered.arrived)
                restated += learned.restatements.count
            }
            let receipt = try store.commit(record)
            last = receipt.run
            #expect(receipt.observations == take(block, into: &stored))
            #expect(try store.latestObservations(for: [Sample.key])[Sample.key] == block)
        }
        #expect(restated > 0 && store.check().isEmpty)
        // What no run replaced may not be pruned, and what is left still tells.
        try store.prune(keepingFrom: Sample.asOf(9), at: Sample.time)
        #expect(store.check().isEmpty)
        let known = try #require(try store.latestObservations(for: [Sample.key])[Sample.key])
        #expect(try store.learned(from: ObservationSet([known]), since: #require(last)).isEmpty)
    }

    /// Takes up a block's cells, and tells how many were not as they were.
    private func take(_ block: ObservationBlock, into stored: inout [CellPlace: Observation]) -> Int {
        var changed = 0
        for (row, area) in block.areas.enumerated() {
            for (column, period) in block.periods.enumerated() {
                let before = stored.updateValue(block[row, column], forKey: CellPlace(area: area, period: period.ordinal))
                if before != block[row, column] { changed += 1 }
            }
        }
        return changed
    }
}
