import Diagnostics
import Foundation
import GRDB
import Testing

@testable import AlertStore

@Suite("A store that can't be used says why, and is left as it is")
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("folder and files are the owner's alone, also where they were open before")
    func permissionsAreNarrow() throws {
        try FileManager.default.createDirectory(atPath: folder.state, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.state)
        #expect(
            FileManager.default.createFile(atPath: folder.database, contents: nil, attributes: [.posixPermissions: 0o644]))
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        #expect(try permissions(of: folder.state) == 0o700)
        for ending in ["", "-wal", "-shm"] { #expect(try permissions(of: folder.database + ending) == 0o600) }
    }

    @Test("write-ahead log, foreign keys and full synchronisation are on")
    func settings() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let settings = try store.read { database in
            try ["journal_mode", "foreign_keys", "synchronous", "busy_timeout"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "1", "2", "5000"])
    }

    @Test("where no log can be made beside it, as in a folder that can't be written, it is read as it stands")
    func frozen() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        store.close()
        // No program can make a log's index where a folder of its name is.
        try FileManager.default.createDirectory(atPath: folder.database + "-shm", withIntermediateDirectories: false)
        let reader = try AlertStore(reading: folder.state)
        #expect(try reader.alerts().count == 1 && reader.check().isEmpty && reader.verifyAudit().isEmpty)
        reader.close()
        try AlertStore.backUp(stateFolder: folder.state, to: folder.path + "/copy.sqlite", at: Sample.time)
        #expect(refusal() == .readOnly(path: folder.database))
    }

    private func refusal() -> StoreProblem? {
        #expect(throws: AlertStoreError.self) { try AlertStore(stateFolder: folder.state) }?.problem
    }

    @Test("a store of a newer Beacon is not touched")
    func newer() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.execute("INSERT INTO grdb_migrations (identifier) VALUES ('v8')")
        store.close()
        let before = FileManager.default.contents(atPath: folder.database)
        #expect(refusal() == .newerStore(path: folder.database, unknown: ["v8"]))
        #expect(FileManager.default.contents(atPath: folder.database) == before)
    }

    @Test("a file that is no database is not replaced")
    func notDatabase() throws {
        try FileManager.default.createDirectory(atPath: folder.state, withIntermediateDirectories: true)
        let content = Data(String(repeating: "not a database\n", count: 500).utf8)
        try content.write(to: URL(filePath: folder.database))
        #expect(refusal() == .notDatabase(path: folder.database))
        #expect(FileManager.default.contents(atPath: folder.database) == content)
    }

    @Test("a database of another program is not taken over")
    func foreign() throws {
        try FileManager.default.createDirectory(atPath: folder.state, withIntermediateDirectories: true)
        let other = try DatabaseQueue(path: folder.database)
        try other.write { try $0.execute(sql: "CREATE TABLE run (id INTEGER)") }
        try other.close()
        let before = FileManager.default.contents(atPath: folder.database)
        #expect(refusal() == .foreignDatabase(path: folder.database))
        #expect(FileManager.default.contents(atPath: folder.database) == before)
    }

    @Test("a damaged page is told as damage, by every use of it, with what to do, and the file stays")
    func damaged() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record((0..<40).map { Sample.block(kpi: "kpi_\($0)", periods: 60) }))
        let keys = try store.observationKeys()
        store.close()
        var content = try #require(FileManager.default.contents(atPath: folder.database))
        let half = content.count / 2 / 4096 * 4096
        content.replaceSubrange(half..<half + 40 * 4096, with: Data(repeating: 0xA5, count: 40 * 4096))
        try content.write(to: URL(filePath: folder.database))
        let reopened = try AlertStore(stateFolder: folder.state)
        let error = #expect(throws: AlertStoreError.self) { try reopened.observations(for: keys, asKnownAt: RunID(rawValue: 1)) }
        #expect(error?.problem == .corrupt(path: folder.database))
        #expect(error?.remedy?.contains("restore the state folder from a backup") == true)
        #expect(reopened.check().contains { $0.place == "the file" })
        #expect(throws: AlertStoreError(.corrupt(path: folder.database))) { try reopened.latestObservations(for: keys) }
        #expect(throws: AlertStoreError(.corrupt(path: folder.database))) {
            try reopened.commit(
                Sample.record(day: 1, (0..<40).map { Sample.block(kpi: "kpi_\($0)", periods: 61) }))
        }
        reopened.close()
        let left = FileManager.default.contents(atPath: folder.database)
        #expect(left?[half..<half + 40 * 4096] == content[half..<half + 40 * 4096])
    }

    @Test(
        "a value that means nothing is told by table and column, never guessed",
        arguments: [
            (
                "UPDATE observation SET state = 77 WHERE period = (SELECT max(period) FROM observation)", "observation",
                "state"
            ),
            ("UPDATE edition SET unit = 'furlongs'", "edition", "unit"),
            ("UPDATE area_list SET codes = 'W1' WHERE id = (SELECT areas FROM edition)", "area_list", "codes"),
            ("UPDATE edition SET period_count = 5", "observation", "period"),
        ])
    func meaningless(_ change: String, _ table: String, _ column: String) throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        try store.execute(change)
        #expect(throws: AlertStoreError(.unreadableValue(path: folder.database, table: table, column: column))) {
            try store.latestObservations(for: [Sample.key])
        }
    }

    @Test("a disk without room stores nothing of the run, and loses nothing stored before")
    func fullDisk() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let before = try store.dump()
        try store.execute("PRAGMA max_page_count = 40")
        #expect(throws: AlertStoreError(.diskFull(path: folder.database))) {
            try store.commit(Sample.record(day: 1, (0..<40).map { Sample.block(kpi: "kpi_\($0)", periods: 60) }))
        }
        #expect(try store.dump() == before)
    }

    @Test("a database that another program holds is told as held")
    func held() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let other = try DatabaseQueue(path: folder.database)
        try store.execute("PRAGMA busy_timeout = 0")
        try other.write { _ in
            _ = #expect(throws: AlertStoreError(.busy(path: folder.database))) { try store.commit(Sample.record()) }
        }
        #expect(try store.commit(Sample.record()).isNew)
    }

    @Test("a state folder that is a file, or that lies below one, is told")
    func folderIsFile() throws {
        #expect(FileManager.default.createFile(atPath: folder.state, contents: nil))
        #expect(refusal() == .folderUnusable(path: folder.state, reason: "it is a file"))
        let below = folder.state + "/below"
        #expect(throws: AlertStoreError(.folderUnusable(path: below, reason: "it cannot be made"))) {
            try AlertStore(stateFolder: below)
        }
    }

    @Test("a folder that can't be written is told as such, whoever runs it")
    func readOnly() async throws {
        let state = folder.state
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        // Nothing is read-only to root, so the process that tries is another user's.
        if geteuid() == 0 { chown(state, 65534, 65534) }
        chmod(state, 0o500)
        await #expect(processExitsWith: .exitCode(42)) { [state = state as String] in
            if geteuid() == 0 {
                setgid(65534)
                setuid(65534)
            }
            do throws(AlertStoreError) {
                _ = try AlertStore(stateFolder: state)
            } catch {
                exit(error.problem == .readOnly(path: state) ? 42 : 1)
            }
        }
        #expect(try permissions(of: state) == 0o500)
    }
}
