import AlertStore
import Diagnostics
import Testing

@Suite("How long the stages of a run took is kept beside it")
struct StageTimeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("what is told first of a stage stands; a run that finishes another's work adds the stages that are left")
    func kept() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let run = try store.commit(Sample.record()).run
        #expect(try store.stageTimes(of: run) == [])
        let load = StageTime(stage: "load", seconds: 0.25)
        try store.keepTimes([load], of: run)
        try store.keepTimes([StageTime(stage: "load", seconds: 9), StageTime(stage: "publish", seconds: 1.5)], of: run)
        #expect(try store.stageTimes(of: run) == [load, StageTime(stage: "publish", seconds: 1.5)])
        #expect(throws: AlertStoreError(.unknownRun(7))) { try store.keepTimes([load], of: RunID(rawValue: 7)) }
    }

    @Test("they make no run another: the same record again adds none, and the audit chain holds")
    func noNews() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record())
        let head = try store.auditHead()
        try store.keepTimes([StageTime(stage: "load", seconds: 0.25)], of: first.run)
        let second = try store.commit(Sample.record())
        #expect(second.run == first.run && !second.isNew)
        #expect(try store.auditHead() == head && store.verifyAudit().isEmpty && store.check().isEmpty)
    }
}
