import AlertStore
import Alerting
import Foundation
import Measures
import Testing

@Suite("Alerts and publications are remembered")
struct MemoryTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("transitions come back in the order in which they were recorded, with the date on which they were learned")
    func order() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let early = [Sample.transition(.pending), Sample.transition(.firing, period: 1)]
        let late = [Sample.transition(.withdrawn, period: 1), Sample.transition(.pending, rule: "arson_rise")]
        try store.commit(Sample.record(transitions: early))
        try store.commit(Sample.record(day: 3, transitions: late))
        #expect(
            try store.memory().transitions
                == early.map { RecordedTransition($0, asOf: Sample.asOf(0), run: 1) }
                + late.map { RecordedTransition($0, asOf: Sample.asOf(3), run: 2) })
    }

    @Test("a state that the record gives already is not recorded again, and one that came and went is")
    func repeated() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let nights: [(AlertState, Int)] = [(.firing, 1), (.firing, 0), (.withdrawn, 1), (.firing, 1), (.firing, 0)]
        for (night, (state, added)) in nights.enumerated() {
            let receipt = try store.commit(Sample.record(day: night, transitions: [Sample.transition(state)]))
            #expect(receipt.transitions == added, "night \(night)")
        }
    }

    @Test("a rule of another meaning has a record of its own")
    func meaning() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(transitions: [Sample.transition(.firing)]))
        let edited = Sample.transition(.firing, meaning: "a > 2 * b")
        #expect(try store.commit(Sample.record(day: 1, transitions: [edited])).transitions == 1)
        #expect(try store.memory().transitions.map(\.transition.meaning) == ["a > b", "a > 2 * b"])
    }

    @Test(
        "what readers were told of an alert stands until they are told otherwise, and what else they were told for the date")
    func told() throws {
        let store = try AlertStore(stateFolder: folder.state)
        func commit(_ section: AlertStanding.Section, day: Int, lines: [String]) throws -> CommitReceipt {
            var notice = Sample.notice("\(day).\(section)")
            notice.items[0].section = section
            var record = Sample.record(day: day, notices: [])
            record.notices = [OutgoingNotice(notice, by: ["folder"], ofListOf: "list", lines: lines)]
            return try store.commit(record)
        }
        _ = try commit(.new, day: 0, lines: ["a", "b"])
        #expect(try Set(store.memory().toldLines.map(\.line)) == ["a", "b"])
        _ = try commit(.recovered, day: 3, lines: ["b", "c"])
        let memory = try store.memory()
        #expect(memory.toldAlerts.map(\.item.section) == [.recovered] && memory.toldAlerts.map(\.asOf) == [Sample.asOf(3)])
        #expect(memory.toldAlerts.map(\.list) == ["list"] && memory.toldAlerts.map(\.reader) == ["burglary-group"])
        #expect(
            Set(memory.toldLines)
                == Set(["b", "c"].map { ToldLine(reader: "burglary-group", line: $0, asOf: Sample.asOf(3)) }))
    }

    @Test("the renamings of a date are those of its last run")
    func renamings() throws {
        let store = try AlertStore(stateFolder: folder.state)
        func commit(day: Int, _ renamings: [RecordedRenaming]) throws -> CommitReceipt {
            var record = Sample.record(day: day, transitions: [])
            record.renamings = renamings
            return try store.commit(record)
        }
        let first = RecordedRenaming(former: "a", rule: "b", day: Sample.asOf(0))
        let second = RecordedRenaming(former: "b", rule: "c", day: Sample.asOf(1))
        try #expect(commit(day: 0, [first]).isNew && !commit(day: 0, [first]).isNew)
        try #expect(commit(day: 1, [second]).isNew && Set(store.memory().renamings) == [first, second])
        #expect(try commit(day: 1, []).isNew)
        #expect(try store.memory().renamings == [first])
        let mark = NewMark(.silence, rule: "a", day: Sample.asOf(0), until: Sample.asOf(9), author: "Ann", words: "w")
        try store.add(mark, at: Sample.time)
        #expect(try store.marks().map(\.rule) == ["b"] && store.verifyAudit().isEmpty)
    }

    @Test("the run published last is told apart from the run stored last")
    func published() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record()).run
        let second = try store.commit(Sample.record(day: 1)).run
        #expect(try store.memory().lastPublished == nil)
        try store.markPublished(first, at: Sample.time)
        try store.markPublished(first, at: Sample.time.addingTimeInterval(60))
        #expect(try store.memory().lastPublished?.id == first)
        #expect(try store.memory().lastCommitted?.id == second)
        try store.markPublished(second, at: Sample.time)
        #expect(try store.memory().lastPublished?.id == second)
    }

    @Test("all of it is there after the store was closed and opened again")
    func reopened() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let run = try store.commit(Sample.record()).run
        try store.markPublished(run, at: Sample.time)
        let before = try store.memory()
        store.close()
        let after = try AlertStore(stateFolder: folder.state).memory()
        #expect(after.transitions == before.transitions)
        #expect(after.lastCommitted == before.lastCommitted && after.lastPublished == before.lastPublished)
        #expect(after.waitingNotices == 2)
    }
}
