import Alerting
import Diagnostics
import Foundation
import GRDB
import Measures
import Testing

@testable import AlertStore

@Suite("What people say of alerts is remembered")
struct MarkTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store() throws -> AlertStore {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        return store
    }

    static let silence = NewMark(
        .silence, group: "burglary-group", day: Sample.asOf(1), until: Sample.asOf(30), author: "Ann",
        words: "recording changed")
    static let known = NewMark(
        .acknowledgement, rule: "burglary_rise", area: Sample.areas[0], day: Sample.asOf(2), author: "Ben",
        words: "patrols sent")
    static let note = NewMark(.note, rule: "burglary_rise", day: Sample.asOf(3), author: "Cat", words: "see minutes\nof May")

    @Test("marks come back as they were made, also after the store was closed")
    func roundTrip() throws {
        let opened = try store()
        for (place, mark) in [Self.silence, Self.known, Self.note].enumerated() {
            #expect(try opened.add(mark, at: Sample.time).mark.id == Int64(place + 1))
        }
        opened.close()
        let marks = try AlertStore(reading: folder.state).marks()
        #expect(
            marks == [
                AlertMark(
                    id: 1, kind: .silence, group: "burglary-group", day: Sample.asOf(1), until: Sample.asOf(30),
                    author: "Ann",
                    words: "recording changed"),
                AlertMark(
                    id: 2, kind: .acknowledgement, rule: "burglary_rise", area: Sample.areas[0], day: Sample.asOf(2),
                    author: "Ben", words: "patrols sent"),
                AlertMark(
                    id: 3, kind: .note, rule: "burglary_rise", day: Sample.asOf(3), author: "Cat",
                    words: "see minutes\nof May"),
            ])
    }

    @Test("a mark is ended once, before its day; a note never is")
    func ended() throws {
        let store = try store()
        for mark in [Self.silence, Self.known, Self.note] { try store.add(mark, at: Sample.time) }
        try store.endMark(1, on: Sample.asOf(5), by: "Dee", because: nil, at: Sample.time)
        #expect(try store.marks()[0].end == AlertMark.End(day: Sample.asOf(5), author: "Dee"))
        for id in [1, 3, 4, 7] as [Int64] {
            #expect(throws: AlertStoreError(.unknownMark(Int(id)))) {
                try store.endMark(id, on: Sample.asOf(6), by: "Dee", because: nil, at: Sample.time)
            }
        }
        let late = try store.add(Self.silence, at: Sample.time).mark
        #expect(throws: AlertStoreError(.unknownMark(Int(late.id)))) {
            try store.endMark(late.id, on: Sample.asOf(31), by: "Dee", because: nil, at: Sample.time)
        }
        #expect(try store.verifyAudit().isEmpty)
    }

    @Test("a mark is made beside a run that holds the lock, and the run's commit is none the worse")
    func besideRun() throws {
        let running = try store()
        let lock = try RunLock(stateFolder: folder.state, started: Sample.time)
        let beside = try AlertStore.openBesideRuns(stateFolder: folder.state, at: Sample.time)
        try beside.add(Self.silence, at: Sample.time)
        #expect(try running.commit(Sample.record(day: 1)).isNew)
        try beside.add(Self.known, at: Sample.time)
        #expect(try running.marks().count == 2 && running.verifyAudit().isEmpty)
        withExtendedLifetime(lock) {}
    }

    @Test("what stands already, word for word, is said once, and anything else is a mark of its own")
    func saidTwice() throws {
        let store = try store()
        let marks = [Self.silence, Self.known, Self.note, Self.action]
        for mark in marks { #expect(try store.add(mark, at: Sample.time).isNew) }
        let head = try store.auditHead()
        for (place, mark) in marks.enumerated() {
            let again = try store.add(mark, at: Sample.time.addingTimeInterval(60))
            #expect(!again.isNew && again.mark.id == Int64(place + 1))
        }
        #expect(try store.auditHead() == head)
        // On a later day it still holds; a note or an action of another day is another.
        func later(_ mark: NewMark) -> NewMark {
            var mark = mark
            mark.day = Sample.asOf(5)
            return mark
        }
        #expect(try marks.map { try store.add(later($0), at: Sample.time).isNew } == [false, false, true, true])
        // An acknowledgement is of the episode that stands.
        #expect(try store.add(later(Self.known), of: Sample.asOf(4), at: Sample.time).isNew)
        let changes: [(inout NewMark) -> Void] = [
            { $0.rule = "arson_rise" }, { $0.area = Sample.areas[1] }, { $0.group = "other" }, { $0.until = Sample.asOf(31) },
            { $0.author = "Bob" }, { $0.words = "other words" },
        ]
        for change in changes {
            var other = Self.silence
            change(&other)
            #expect(try store.add(other, at: Sample.time).isNew)
        }
        // What has ended does not stand.
        try store.endMark(1, on: Sample.asOf(4), by: "Dee", because: nil, at: Sample.time)
        #expect(try store.add(later(Self.silence), at: Sample.time).isNew)
        #expect(try store.verifyAudit().isEmpty)
    }

    @Test("without a store no mark is made, and no store either")
    func nothingStored() throws {
        #expect(throws: AlertStoreError(.nothingStored(folder: folder.state))) {
            try AlertStore.openBesideRuns(stateFolder: folder.state, at: Sample.time)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.state))
    }

    @Test("a process killed while it marks leaves whole marks and a chain that holds")
    func killed() async throws {
        _ = try store()
        for milliseconds in [30, 60, 110] {
            let state = folder.state
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [state = state as String, milliseconds = milliseconds as Int] in
                let store = try AlertStore.openBesideRuns(stateFolder: state, at: Date())
                Thread.detachNewThread {
                    usleep(UInt32(milliseconds) * 1000)
                    kill(getpid(), SIGKILL)
                }
                while true {
                    let mark = try store.add(MarkTests.silence, at: Date()).mark
                    try store.erase(.words, ofMark: mark.id, on: Sample.asOf(4), by: "Eve", because: "asked", at: Date())
                }
            }
            let store = try AlertStore(stateFolder: folder.state)
            #expect(try store.verifyAudit().isEmpty && store.check().isEmpty)
            store.close()
        }
        #expect(try AlertStore(reading: folder.state).marks().count > 2)
    }

    @Test("what is erased is in no file of the store any more, and the chain still holds", arguments: MarkPart.allCases)
    func erased(_ part: MarkPart) throws {
        let store = try store()
        var mark = Self.action
        mark.owner = "Zebedee Quixote-Owner"
        mark.author = "Zebedee Quixote-Author"
        mark.words = "spoke to Zebedee Quixote-Words"
        try store.add(mark, at: Sample.time)
        let secret =
            switch part {
            case .author: "Quixote-Author"
            case .words: "Quixote-Words"
            case .owner: "Quixote-Owner"
            }
        func files() throws -> String {
            try ["", "-wal"].map { ending in
                try String(decoding: Data(contentsOf: URL(filePath: folder.database + ending)), as: UTF8.self)
            }.joined()
        }
        #expect(try files().contains(secret))
        try store.erase(part, ofMark: 1, on: Sample.asOf(4), by: "Eve", because: "asked", at: Sample.time)
        #expect(try !files().contains(secret))
        let marks = try store.marks()
        #expect((marks[0].author == nil) == (part == .author) && (marks[0].words == nil) == (part == .words)
            && (marks[0].owner == nil) == (part == .owner))
        #expect(try store.verifyAudit().isEmpty && store.check().isEmpty)
        #expect(throws: AlertStoreError(.unknownMark(9))) {
            try store.erase(part, ofMark: 9, on: Sample.asOf(4), by: "Eve", because: "asked", at: Sample.time)
        }
    }
}

extension MarkTests {
    @Test("beside another program that reads, that the log still holds what was erased is told, and the next try cures it")
    func erasedBesideAReader() throws {
        let store = try store()
        try store.add(Self.action, at: Sample.time)
        let reader = try DatabaseQueue(path: folder.database)
        let hasRead = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            try? reader.read { database in
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM run")
                hasRead.signal()
                mayEnd.wait()
            }
            ended.signal()
        }
        hasRead.wait()
        func erase() throws(AlertStoreError) {
            try store.erase(.words, ofMark: 1, on: Sample.asOf(4), by: "Eve", because: "asked", at: Sample.time)
        }
        #expect(throws: AlertStoreError(.stillInLog(path: store.path))) { try erase() }
        mayEnd.signal()
        ended.wait()
        try erase()
        #expect(try store.marks()[0].words == nil && store.verifyAudit().isEmpty)
        // The erasure is recorded once.
        #expect(try store.count("mark") == 2)
        let log = FileManager.default.contents(atPath: folder.database + "-wal") ?? Data()
        #expect(log.isEmpty)
    }

    static let action = NewMark(
        .action, rule: "burglary_rise", area: Sample.areas[0], day: Sample.asOf(2), until: Sample.asOf(20), author: "Ben",
        words: "send patrols", owner: "Ann")

    @Test("an action stands until its outcome is told, once; it is overdue after its day, and that is news once")
    func actions() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        try store.add(Self.action, at: Sample.time)
        try store.add(Self.note, at: Sample.time)
        let open = try store.marks()[0]
        #expect(open.owner == "Ann" && open.outcome == nil)
        let days = [1, 2, 20, 21, 40].map(Sample.asOf)
        #expect(days.map(open.holds) == [false, true, true, true, true])
        #expect(days.map(open.isOverdue) == [false, false, false, true, true])
        #expect(open.hasExpired(on: Sample.asOf(21), since: Sample.asOf(20)))
        #expect(!open.hasExpired(on: Sample.asOf(22), since: Sample.asOf(21)))

        for id in [2, 3] as [Int64] {
            #expect(throws: AlertStoreError(.unknownMark(Int(id)))) {
                try store.tellOutcome(ofAction: id, on: Sample.asOf(5), by: "Ann", "done", at: Sample.time)
            }
        }
        #expect(throws: AlertStoreError(.unknownMark(1))) {
            try store.tellOutcome(ofAction: 1, on: Sample.asOf(1), by: "Ann", "too early", at: Sample.time)
        }
        try store.tellOutcome(ofAction: 1, on: Sample.asOf(19), by: "Ann", "nine stops", at: Sample.time)
        #expect(throws: AlertStoreError(.unknownMark(1))) {
            try store.tellOutcome(ofAction: 1, on: Sample.asOf(20), by: "Ann", "again", at: Sample.time)
        }
        let done = try store.marks()[0]
        #expect(done.outcome == AlertMark.Outcome(day: Sample.asOf(19), author: "Ann", words: "nine stops"))
        #expect(days.map(done.holds) == [false, true, false, false, false])
        #expect(!done.isOverdue(on: Sample.asOf(40)) && !done.hasExpired(on: Sample.asOf(21), since: Sample.asOf(20)))
        #expect(try store.markEvents().map(\.what) == [.made(.action), .made(.note), .answered(1)])

        // What came of it can be erased as well, and its owner with the author.
        try store.erase(.words, ofMark: 3, on: Sample.asOf(30), by: "Dee", because: "asked", at: Sample.time)
        for part in MarkPart.allCases {
            try store.erase(part, ofMark: 1, on: Sample.asOf(30), by: "Dee", because: "asked", at: Sample.time)
        }
        let erased = try store.marks()[0]
        #expect(erased.owner == nil && erased.author == nil && erased.words == nil && erased.outcome?.words == nil)
        #expect(try store.markEvents().last?.mark.id == 1)
        // A note has no owner to erase.
        try store.erase(.owner, ofMark: 2, on: Sample.asOf(30), by: "Dee", because: "asked", at: Sample.time)
        #expect(try store.markEvents().count == 7 && store.verifyAudit().isEmpty && store.check().isEmpty)
    }
}
