import Diagnostics
import Foundation
import GRDB

/// The database file: how it is opened, and the steps that make its tables.
enum StoreSchema {
    static let fileName = "beacon.sqlite"

    /// Marks the file as Beacon's: "BCN1".
    private static let applicationID = 0x4243_4E31
    private static let secondsToWait = 5.0
    /// The most that is kept of the file in memory.
    private static let kilobytesKept = 32_000

    static func open(_ path: String) throws(AlertStoreError) -> DatabaseQueue {
        try AlertStoreError.telling(path) {
            let isMarked = try inspect(path)
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .timeout(secondsToWait)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                // One commit a run: a power cut right after it must not lose it, or its notices would go out twice.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // A night goes through most of the store: with SQLite's own 2 MB it would read and write the same pages again and again.
                try database.execute(sql: "PRAGMA cache_size = -\(kilobytesKept)")
                // What was erased is overwritten, not only left as free room.
                try database.execute(sql: "PRAGMA secure_delete = ON")
                if !isMarked { try database.execute(sql: "PRAGMA application_id = \(applicationID)") }
            }
            try migrator.migrate(queue)
            return queue
        }
    }

    /// Opens a store that is there for reading alone. One of an older Beacon is brought up to date in memory, and left as it is.
    static func openForReading(_ path: String) throws(AlertStoreError) -> DatabaseQueue {
        try AlertStoreError.telling(path) {
            let queue = try openAsItIs(path)
            guard try !queue.read(migrator.hasCompletedMigrations) else { return queue }
            let copy = try DatabaseQueue()
            try queue.backup(to: copy)
            try queue.close()
            try migrator.migrate(copy)
            return copy
        }
    }

    /// Whether a store that is there is of this Beacon, and not of an older one.
    static func isCurrent(_ path: String) throws(AlertStoreError) -> Bool {
        try AlertStoreError.telling(path) {
            let queue = try openAsItIs(path)
            defer { try? queue.close() }
            return try queue.read(migrator.hasCompletedMigrations)
        }
    }

    /// Opens a store of this or an older Beacon for reading, and brings it to no other form.
    static func openAsItIs(_ path: String) throws -> DatabaseQueue {
        let queue = try openAnyhow(path)
        _ = try queue.read { try inspect($0, path) }
        return queue
    }

    /// Refuses a file that is not ours, or that a newer Beacon wrote, before anything is written to it. An empty file is a new
    /// store.
    ///
    /// - Returns: whether the file is marked as Beacon's.
    private static func inspect(_ path: String) throws -> Bool {
        let queue = try openAnyhow(path)
        defer { try? queue.close() }
        return try queue.read { try inspect($0, path) }
    }

    private static func inspect(_ database: Database, _ path: String) throws -> Bool {
        let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard mark == applicationID || (mark == 0 && tables == 0) else {
            throw AlertStoreError(.foreignDatabase(path: path))
        }
        guard try migrator.hasBeenSuperseded(database) else { return mark == applicationID }
        let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations)
        throw AlertStoreError(.newerStore(path: path, unknown: unknown.sorted()))
    }

    /// For reading alone, where the folder allows it: a run that was killed may have left a log that only a connection with the right to
    /// write can recover, and beside a database in a folder that can't be written no log can be made.
    private static func openAnyhow(_ path: String) throws -> DatabaseQueue {
        do { return try connect(to: path, readonly: true) } catch let error as DatabaseError where isOfFolder(error) {
            do { return try connect(to: path, readonly: false) } catch let error as DatabaseError where isOfFolder(error) {
                guard let frozen = frozen(path) else { throw error }
                return try connect(to: frozen, readonly: true)
            }
        }
    }

    private static func connect(to path: String, readonly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(secondsToWait)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        return queue
    }

    private static func isOfFolder(_ error: DatabaseError) -> Bool {
        [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode.primaryResultCode)
    }

    /// The address of a database that nobody can be writing, since it has no log; nil where it has one.
    private static func frozen(_ path: String) -> String? {
        guard !FileManager.default.fileExists(atPath: path + "-wal") else { return nil }
        return path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed).map { "file:\($0)?immutable=1" }
    }

    /// Every step that a published Beacon took, in order. A step is never changed, only followed by another.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: version1) }
        migrator.registerMigration("v2") { try $0.execute(sql: version2) }
        migrator.registerMigration("v3") { try $0.execute(sql: version3) }
        migrator.registerMigration("v4") { database in
            try database.execute(sql: version4)
            try AuditChain.takeUpEarlierRows(in: database)
        }
        migrator.registerMigration("v5") { try $0.execute(sql: version5) }
        migrator.registerMigration("v6") { database in
            try database.execute(sql: version6)
            try takeUpEarlierNotices(in: database)
        }
        migrator.registerMigration("v7") { try $0.execute(sql: version7) }
        return migrator
    }
}
