import Alerting
import Definitions
import Diagnostics
import Foundation
import GRDB
import Measures
import Testing

@testable import AlertStore

@Suite("The store is checked, copied and pruned")
struct UpkeepTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Damage: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var statement: String
        /// What is told of it: place and words, the first of them.
        var place: String
        var words: String
    }

    @Test(
        "whatever was changed by another hand is found, and said where",
        arguments: [
            Damage(
                testDescription: "a figure", statement: "UPDATE observation SET value = 99 WHERE rowid_of_first",
                place: "observation", words: "the figures of burglary by ward and month are not those that were stored"),
            Damage(
                testDescription: "a verdict's code", statement: "UPDATE verdict SET codes = X'02020211'", place: "verdict",
                words: "the verdicts of burglary_rise by ward since run 1 are not those that were stored"),
            Damage(
                testDescription: "too few codes", statement: "UPDATE verdict SET codes = X'02'", place: "verdict",
                words:
                    "the verdicts of burglary_rise by ward since run 1: the database `PATH` holds a value that means nothing "
                    + "here, in `verdict.codes`"),
            Damage(
                testDescription: "a state", statement: "UPDATE transition SET state = 'burning'", place: "transition",
                words: "the database `PATH` holds a value that means nothing here, in `transition.state`"),
            Damage(
                testDescription: "a run's counts", statement: "UPDATE run SET counts = '{'", place: "run",
                words: "the database `PATH` holds a value that means nothing here, in `run.counts`"),
            Damage(
                testDescription: "a notice", statement: "UPDATE notice SET content = '{}'", place: "notice",
                words: "the notice 2026-02-16.burglary-group cannot be read"),
            Damage(
                testDescription: "a run that is gone",
                statement: "PRAGMA foreign_keys = OFF; DELETE FROM run; PRAGMA foreign_keys = ON", place: "references",
                words: "a row of edition refers to a row of run that is not there"),
            Damage(
                testDescription: "a shape that is gone", statement: "DELETE FROM edition", place: "edition",
                words: "the figures of burglary by ward and month have no shape"),
            Damage(
                testDescription: "a rule's severity", statement: "UPDATE told_rule SET severity = 'grave'",
                place: "told_rule",
                words: "the database `PATH` holds a value that means nothing here, in `told_rule.severity`"),
            Damage(
                testDescription: "what a reader knows", statement: "UPDATE told_alert SET item = '{}'", place: "told_alert",
                words: "what burglary-group was told of burglary_rise for W1 cannot be read"),
            Damage(
                testDescription: "what a reader knows of another alert", statement: "UPDATE told_alert SET area = 'W2'",
                place: "told_alert", words: "what burglary-group was told of burglary_rise for W2 tells of another alert"),
            Damage(
                testDescription: "a stretch that is gone", statement: "DELETE FROM stretch", place: "observation",
                words: "the figures of burglary by ward and month are not those that were stored"),
            Damage(
                testDescription: "a figure of another run",
                statement: "PRAGMA foreign_keys = OFF; UPDATE observation SET run = 2 WHERE rowid_of_first",
                place: "observation",
                words: "the figures of burglary by ward and month that run 1 added are not as many as it stored"),
        ])
    func damage(_ damage: Damage) throws {
        let store = try AlertStore(stateFolder: folder.state)
        var record = Sample.record()
        record.rules = [ToldRule(rule: "burglary_rise", title: "Rise", priority: "p", severity: .high, groups: ["g"])]
        try store.commit(record)
        #expect(store.check().isEmpty)
        let first = "(block, area, period) = (SELECT block, area, period FROM observation LIMIT 1)"
        try store.execute(damage.statement.replacing("rowid_of_first", with: first))
        let found = store.check().filter { $0.place == damage.place }.map {
            $0.words.replacing(folder.database, with: "PATH")
        }
        #expect(found.contains(damage.words), "\(found)")
    }

    @Test("where there are no hard links a copy gets its name all the same, and takes no other file's")
    func withoutLinks() throws {
        let (unfinished, path) = (folder.path + "/copy.unfinished", folder.path + "/copy")
        try Data("first".utf8).write(to: URL(filePath: unfinished))
        try AlertStore.claim(path, for: unfinished)
        #expect(!FileManager.default.fileExists(atPath: unfinished))
        try Data("second".utf8).write(to: URL(filePath: unfinished))
        #expect(throws: AlertStoreError(.backupExists(path: path))) { try AlertStore.claim(path, for: unfinished) }
        #expect(FileManager.default.contents(atPath: path) == Data("first".utf8))
    }

    @Test("a copy is whole, its owner's alone, and a store by itself; nothing that is there is replaced")
    func backup() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        try store.commit(Sample.record(day: 1, transitions: [Sample.transition(.resolved, period: 1)]))
        let copy = folder.path + "/copy.sqlite"
        // While another connection holds the store.
        try AlertStore.backUp(stateFolder: folder.state, to: copy, at: Sample.time)
        #expect(try permissions(of: copy) == 0o600)
        let before = try store.dump()
        try FileManager.default.createDirectory(atPath: folder.path + "/restored", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: copy, toPath: folder.path + "/restored/beacon.sqlite")
        let restored = try AlertStore(stateFolder: folder.path + "/restored")
        #expect(try restored.dump() == before)
        #expect(restored.check().isEmpty)
        #expect(try restored.commit(Sample.record(day: 2)).isNew)
        #expect(throws: AlertStoreError(.backupExists(path: copy))) {
            try AlertStore.backUp(stateFolder: folder.state, to: copy, at: Sample.time)
        }
        #expect(throws: AlertStoreError(.nothingStored(folder: folder.path + "/none"))) {
            try AlertStore.backUp(stateFolder: folder.path + "/none", to: folder.path + "/other.sqlite", at: Sample.time)
        }
        #expect(throws: AlertStoreError(.readOnly(path: folder.path + "/none/c.sqlite"))) {
            try AlertStore.backUp(stateFolder: folder.state, to: folder.path + "/none/c.sqlite", at: Sample.time)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(left == ["copy.sqlite", "restored", "state"])
    }

    @Test("what a killed backup left in the folder is taken away by the next, and one that may be at work is left alone")
    func unfinished() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let left = ["yesterday.sqlite", "now.sqlite"].map(UnfinishedCopies.path).map { "\(folder.path)/\($0)" }
        for (file, age) in zip(left, [3_600.0, 60]) {
            #expect(FileManager.default.createFile(atPath: file, contents: Data([1])))
            try FileManager.default.setAttributes(
                [.modificationDate: Sample.time.addingTimeInterval(-age)], ofItemAtPath: file)
        }
        try AlertStore.backUp(stateFolder: folder.state, to: folder.path + "/copy.sqlite", at: Sample.time)
        #expect(left.map(FileManager.default.fileExists(atPath:)) == [false, true])
        // One of the same name was left by an earlier try.
        try AlertStore.backUp(stateFolder: folder.state, to: folder.path + "/now.sqlite", at: Sample.time)
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(after == ["copy.sqlite", "now.sqlite", "state"])
    }

    /// What a night tells of one figure: a value, `_` missing, `!` not computed.
    private func night(_ day: Int, _ figure: Character) -> RunRecord {
        let cell =
            switch figure {
            case "_": Observation(absent: .missing)
            case "!": Observation(absent: .moduleFailed)
            default: Observation(value: Double(String(figure)) ?? 0)
            }
        return Sample.record(
            day: day, input: "\(day)", [Sample.single(cell)],
            verdicts: [Sample.column(codes: [0, 0, 0, UInt8(day % 2)])],
            transitions: [Sample.transition(day % 2 == 0 ? .firing : .withdrawn)], notices: [Sample.notice("\(day)")],
            channels: ["folder"])
    }

    @Test(
        "of every history, what is kept tells all that a later figure is held against as the whole would",
        arguments: [
            "11111", "12345", "1_2_3", "1__1_", "1!!!!", "1_!!!", "_____", "!!!!!", "12_!_", "112!1", "21!_!", "_1_1_",
        ])
    func versions(_ story: String) throws {
        for last in ["1", "2", "_", "!"] as [Character] {
            let states = ["whole", "pruned"].map { "\(folder.path)/\(story)-\(last)-\($0)" }
            let stores = try states.map { try AlertStore(stateFolder: $0) }
            for store in stores { for (day, figure) in story.enumerated() { try store.commit(night(day, figure)) } }
            // All but the last date may go; of the one before it the state has to stand.
            let pruning = try stores[1].prune(keepingFrom: Sample.asOf(99), at: Sample.time)
            #expect(pruning.verdictColumns > 0)
            let figures = night(9, last).observations
            let run = try #require(try stores[0].memory().lastCommitted)
            let learned = try stores.map { try $0.learned(from: figures, since: run.id) }
            #expect(learned[0].restatements == learned[1].restatements && learned[0].arrived == learned[1].arrived)
            let earlier = RunID(rawValue: run.id.rawValue - 1)
            let known = try stores.map { try $0.observations(for: [Sample.key], asKnownAt: earlier).all }
            #expect(known[0] == known[1])
            #expect(try stores[0].verdicts(after: run.id) == stores[1].verdicts(after: run.id))
            #expect(stores[1].check().isEmpty)
            for store in stores { store.close() }
        }
    }

    @Test("what is deleted is told and remembered; alerts, runs, waiting notices and what is known now stay")
    func pruned() throws {
        let store = try AlertStore(stateFolder: folder.state)
        for day in 0..<6 { try store.commit(night(day, Character("\(day)"))) }
        for day in 0..<4 where day != 1 { try store.markDelivered("\(day)", by: "folder", at: Sample.time) }
        let before = try store.dump()
        let trial = try store.prune(keepingFrom: Sample.asOf(3), at: Sample.time, isTrial: true)
        #expect(try store.dump() == before)
        let pruning = try store.prune(keepingFrom: Sample.asOf(3), at: Sample.time)
        #expect(pruning == trial)
        #expect(pruning.removed == ["figures": 2, "shapes of blocks": 2, "verdict columns": 2, "notices": 1])
        // The notice of day 1 still waits, that of day 2 is of the first night that is kept.
        #expect(try store.waitingNotices().map(\.notice.key) == ["1", "4", "5"])
        #expect(try store.runs().count == 6 && store.alerts().first?.steps.count == 6)
        #expect(try store.latestObservations(for: [Sample.key]).all == night(5, "5").observations.all)
        for day in 2..<6 {
            let run = RunID(rawValue: Int64(day + 1))
            #expect(
                try store.observations(for: [Sample.key], asKnownAt: run).all
                    == night(day, Character("\(day)")).observations.all)
            #expect(try store.verdicts(after: run).map(\.codes) == [[0, 0, 0, UInt8(day % 2)]])
        }
        for day in 0..<2 {
            let run = RunID(rawValue: Int64(day + 1))
            #expect(throws: AlertStoreError(.pruned(run: day + 1))) { try store.verdicts(after: run) }
            #expect(throws: AlertStoreError(.pruned(run: day + 1))) {
                try store.observations(for: [Sample.key], asKnownAt: run)
            }
        }
        #expect(try store.prune(keepingFrom: Sample.asOf(3), at: Sample.time).isEmpty)
        #expect(try store.count("pruning") == 1)
        #expect(store.check().isEmpty)
        // The last date is never touched, however short the retention.
        try store.prune(keepingFrom: Sample.asOf(1000), at: Sample.time)
        #expect(
            try store.observations(for: [Sample.key], asKnownAt: RunID(rawValue: 5)).all == night(4, "4").observations.all)
    }
}
