import Diagnostics
import GRDB

/// The database file: how it is opened, and the steps that make its tables.
enum StoreSchema {
    static let fileName = "beacon.sqlite"

    /// Marks the file as Beacon's: "BCN1".
    private static let applicationID = 0x4243_4E31
    private static let secondsToWait = 5.0

    static func open(_ path: String) throws(AlertStoreError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(secondsToWait)
        let queue = try AlertStoreError.telling(path) { try DatabaseQueue(path: path, configuration: configuration) }
        try AlertStoreError.telling(path) {
            // One commit a run: a power cut right after it must not lose it, or its notices would go out twice.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try claim(queue, path)
            try migrator.migrate(queue)
        }
        return queue
    }

    /// Makes a new file ours, and refuses one that is not, or that a newer Beacon wrote.
    private static func claim(_ queue: DatabaseQueue, _ path: String) throws {
        try queue.write { database in
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            if mark != applicationID {
                let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                guard mark == 0, tables == 0 else { throw AlertStoreError(.foreignDatabase(path: path)) }
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            guard try migrator.hasBeenSuperseded(database) else { return }
            let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations)
            throw AlertStoreError(.newerStore(path: path, unknown: unknown.sorted()))
        }
    }

    /// Every step that a published Beacon took, in order. A step is never changed, only followed by another.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: version1) }
        return migrator
    }
}
