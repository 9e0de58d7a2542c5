import Alerting
import Diagnostics
import Foundation
import Measures
import Testing

@testable import AlertStore

@Suite("A run is stored as it is")
struct CommitTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("what is read back is what was committed")
    func roundTrip() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let record = Sample.record()
        let receipt = try store.commit(record)
        #expect(
            receipt
                == CommitReceipt(
                    run: receipt.run, isNew: true, blocks: 1, observations: 12, verdictColumns: 1, transitions: 1, notices: 1
                ))
        #expect(try store.latestObservations(for: [Sample.key]).all == [Sample.block()])
        #expect(try store.observationKeys() == [Sample.key])
        #expect(try store.verdicts(after: receipt.run) == [Sample.column()])
        let memory = try store.memory()
        #expect(memory.transitions == [RecordedTransition(Sample.transition(.firing), asOf: Sample.asOf(0), run: 1)])
        #expect(
            memory.lastCommitted
                == StoredRun(
                    id: receipt.run, asOf: record.asOf, started: record.started, finished: record.finished,
                    counts: record.counts, versions: record.versions, inputFingerprint: "input-1",
                    definitionsFingerprint: "definitions-1"))
    }

    @Test("a fresh store remembers nothing, and says so")
    func fresh() throws {
        let memory = try AlertStore(stateFolder: folder.state).memory()
        #expect(!memory.holdsRun)
        #expect(memory.transitions.isEmpty && memory.lastPublished == nil && memory.waitingNotices == 0)
    }

    @Test(
        "every kind of observation survives",
        arguments: [
            Observation(value: 0),
            Observation(value: -12.5, provisional: true, made: true),
            Observation(
                value: 0.1, bounds: Observation.Bounds(low: 0.095, high: 0.105), numerator: 3, denominator: 30,
                denominatorVintage: "mid-2022", count: 3, sumOfSquaredWeights: 9.25,
                sources: Observation.Sources(received: 13, expected: 14)),
            Observation(value: .infinity),
            Observation(value: 0.1 + 0.2),
            Observation(absent: .missing, sources: Observation.Sources(received: 0, expected: 2)),
            Observation(absent: .withheld),
            Observation(absent: .notDue),
            Observation(absent: .beforeHistory),
            Observation(absent: .moduleFailed),
        ])
    func everyObservation(_ cell: Observation) throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record([Sample.single(cell)]))
        #expect(try store.latestObservations(for: [Sample.key])[Sample.key]?.cells == [cell])
    }

    @Test("the same run twice changes nothing, not even by a row for the run")
    func identical() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record())
        let before = try store.dump()
        var again = Sample.record()
        again.started = Sample.time.addingTimeInterval(3600)
        again.finished = Sample.time.addingTimeInterval(3660)
        let second = try store.commit(again)
        #expect(second == CommitReceipt(run: first.run, isNew: false))
        #expect(try store.dump() == before)
    }

    @Test("a figure that no database can hold does not look new every night", arguments: [Double.nan, -0.0])
    func unholdable(_ value: Double) throws {
        let store = try AlertStore(stateFolder: folder.state)
        let record = Sample.record([Sample.single(Observation(value: value, numerator: value))])
        try store.commit(record)
        #expect(try !store.commit(record).isNew)
        let other = Sample.record(
            day: 1,
            [
                Sample.single(Observation(value: value, numerator: value)), Sample.block(kpi: "arson"),
            ])
        #expect(try store.commit(other).observations == 12)
    }

    @Test("an unchanged night is remembered as a run, and by nothing else")
    func unchangedNight() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let receipt = try store.commit(Sample.record(day: 1))
        #expect(receipt.isNew)
        #expect(receipt.addsNothing)
        #expect(try store.count("observation") == 12)
        #expect(try store.verdicts(after: receipt.run) == [Sample.column()])
        #expect(try store.runs().map(\.asOf) == [Sample.asOf(0), Sample.asOf(1)])
    }

    @Test("only the cells that changed are added")
    func changedCells() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record())
        let revised = Sample.block { $0 == 1 && $1 == 2 ? Observation(value: 99) : Observation(value: Double($0 * 10 + $1)) }
        let second = try store.commit(Sample.record(day: 1, [revised]))
        #expect(second.observations == 1)
        #expect(try store.latestObservations(for: [Sample.key]).all == [revised])
        #expect(try store.observations(for: [Sample.key], asKnownAt: first.run).all == [Sample.block()])
        #expect(try store.observations(for: [Sample.key], asKnownAt: second.run).all == [revised])
    }

    @Test("a block may grow by a period and lose an area, and each night is told in its own shape")
    func shapes() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record())
        let grown = Sample.block(areas: Array(Sample.areas.prefix(2)), periods: 5)
        let second = try store.commit(Sample.record(day: 1, [grown]))
        #expect(second.observations == 2)
        let back = try store.commit(Sample.record(day: 2))
        #expect(back.observations == 0)
        #expect(back.blocks == 1)
        #expect(try store.observations(for: [Sample.key], asKnownAt: first.run).all == [Sample.block()])
        #expect(try store.observations(for: [Sample.key], asKnownAt: second.run).all == [grown])
        #expect(try store.latestObservations(for: [Sample.key]).all == [Sample.block()])
    }

    @Test("a block that was never told is left out")
    func unknownKey() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let other = ObservationSet.Key(kpi: "arson", level: Sample.ward, grain: .month)
        #expect(try store.latestObservations(for: [other]).all.isEmpty)
    }

    @Test("a run as of an earlier day than the last is refused, and says what to do")
    func goingBack() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(day: 5))
        let error = #expect(throws: AlertStoreError.self) { try store.commit(Sample.record(day: 4)) }
        #expect(error?.problem == .olderThanStored(asOf: "2026-02-20", stored: "2026-02-21"))
        let remedy = try #require(error?.remedy)
        #expect(remedy.contains("name other, empty folders by `--state` and `--out`; where the clock stood ahead"))
        #expect(try store.runs().count == 1)
    }

    @Test("a run that is not stored can't be asked for")
    func unknownRun() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let stranger = RunID(rawValue: 7)
        #expect(throws: AlertStoreError(.unknownRun(7))) { try store.verdicts(after: stranger) }
        #expect(throws: AlertStoreError(.unknownRun(7))) { _ = try store.learned(from: ObservationSet(), since: stranger) }
        #expect(throws: AlertStoreError(.unknownRun(7))) { try store.observations(for: [], asKnownAt: stranger) }
        #expect(throws: AlertStoreError(.unknownRun(7))) { try store.markPublished(stranger, at: Sample.time) }
    }
}
