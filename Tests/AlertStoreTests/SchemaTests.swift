import Alerting
import Foundation
import GRDB
import Measures
import Testing

@testable import AlertStore

/// Stores as each older Beacon left them, in `Schemas`: three nights, on the second of which figures were restated, on the third one rose.
@Suite("A store of an older Beacon is brought up to date, and loses nothing")
struct SchemaTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let schemas = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas")

    static let older: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: schemas.path)) ?? []
        return files.filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }.sorted()
    }()

    /// Makes the store of a fixture, and says all that it held, row by row.
    private func make(_ version: String) throws -> [String: [Row]] {
        try FileManager.default.createDirectory(atPath: folder.state, withIntermediateDirectories: true)
        let sql = try String(contentsOf: Self.schemas.appending(path: "\(version).sql"), encoding: .utf8)
        // A dump's rows stand in the order of its tables, not of what refers to what.
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        let rows = try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            return Dictionary(
                uniqueKeysWithValues: try tables.map { ($0, try Row.fetchAll(database, sql: "SELECT * FROM \"\($0)\"")) })
        }
        try queue.close()
        return rows
    }

    @Test("there is one of every older schema")
    func complete() {
        #expect(Self.older == StoreSchema.migrator.migrations.dropLast())
    }

    @Test("every row is there afterwards, as it was", arguments: older)
    func migrated(_ version: String) throws {
        let before = try make(version)
        #expect(before["observation"]?.count == 28 && before["transition"]?.count == 6)
        let store = try AlertStore(stateFolder: folder.state)
        for (table, rows) in before where table != "grdb_migrations" {
            let columns = rows.first.map { Array($0.columnNames) } ?? []
            let after = try store.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT \(columns.isEmpty ? "*" : columns.joined(separator: ", ")) FROM \"\(table)\"")
            }
            #expect(Set(after) == Set(rows), "\(table)")
        }
        #expect(store.check().isEmpty)
    }

    @Test("it goes on: alerts, figures and notices are told, and the next run adds to them", arguments: older)
    func goesOn(_ version: String) throws {
        let before = try make(version)
        let store = try AlertStore(stateFolder: folder.state)
        let alerts = try store.alerts()
        #expect(
            alerts.map { "\($0.rule) \($0.area) \($0.record.state.rawValue)" } == [
                "violence_rise B1 firing", "violence_rise W1 withdrawn", "violence_rise W2 firing",
            ])
        let blocks = try store.latestObservations(for: try store.observationKeys()).all
        #expect(blocks.map(\.level.rawValue) == ["borough", "ward"] && blocks.allSatisfy { $0.cells.count >= 6 })
        #expect(try store.memory().waitingNotices == 0 && store.memory().lastPublished?.id.rawValue == 3)
        // What readers know is what its notices told last of each alert.
        #expect(
            try store.memory().toldAlerts.map { "\($0.list) \($0.item.area) \($0.item.section.rawValue)" }.sorted()
                == ["violence-group B1 new", "violence-group W1 withdrawn", "violence-group W2 new"])
        let last = try #require(try store.memory().lastCommitted)
        let receipt = try store.commit(
            Sample.record(day: 1000, transitions: [Sample.transition(.firing)]))
        #expect(receipt.run > last.id && receipt.transitions == 1)
        #expect(try store.alerts().count == 4)
        // The chain takes up what was there before it.
        let marks = before["mark"]?.count ?? 0
        #expect(try store.auditHead()?.place == 4 + marks && store.verifyAudit().isEmpty)
        let action = try store.add(
            NewMark(
                .action, rule: "violence_rise", area: AreaCode("W2"), day: CalendarDate("2024-06-20")!, author: "Ann", words: "patrols",
                owner: "Ben"), at: Date(timeIntervalSince1970: 2e9)
        ).mark
        #expect(try store.marks().last == action && store.verifyAudit().isEmpty)
        #expect(store.check().isEmpty)
    }

    /// Its runs keep digests of the old making; the next run's is of the new one, and what readers know is digested from it on.
    @Test("what an older Beacon digested is held against its rows still")
    func digested() throws {
        _ = try make("v6")
        let store = try AlertStore(stateFolder: folder.state)
        #expect(try store.verifyAudit().isEmpty && store.count("run_content") == 3)
        try store.execute("UPDATE told_rule SET severity = 'low'")
        #expect(try store.verifyAudit().map(\.place) == ["run 1"])
        try store.execute("UPDATE told_rule SET severity = 'high'")
        try store.commit(Sample.record(day: 1000, transitions: [Sample.transition(.firing)], notices: []))
        #expect(try store.verifyAudit().isEmpty)
        try store.execute("UPDATE told_alert SET list = 'other' WHERE area = 'W1'")
        #expect(try store.verifyAudit().map(\.place) == ["told_alert, told_line, renamed_rule"])
    }

    @Test("a question of it is answered, and leaves it as it is", arguments: older)
    func questioned(_ version: String) throws {
        _ = try make(version)
        let before = FileManager.default.contents(atPath: folder.database)
        let store = try AlertStore(reading: folder.state)
        #expect(try store.alerts().map(\.record.isOpen) == [true, false, true])
        #expect(store.check().isEmpty)
        store.close()
        #expect(FileManager.default.contents(atPath: folder.database) == before)
    }
}
