import Diagnostics
import Foundation
import GRDB

/// The memory of the nightly run: what was observed and when it became known, what was judged, how alerts stand, and what
/// is to be sent.
///
/// A SQLite database, `beacon.sqlite` in the state folder. Observations, verdicts and transitions are only ever added, so
/// what was known on any night can be told again. The store has no clock: every time is passed in.
public final class AlertStore: Sendable {
    /// Its name in the state folder.
    public static let fileName = StoreSchema.fileName
    /// The database file.
    public let path: String
    let database: DatabaseQueue

    /// Opens the store, and makes it where there is none.
    ///
    /// - Parameter stateFolder: made where it is missing, with access for its owner only.
    /// - Throws: where the folder can't be used, or the file is damaged, of another program or of a newer Beacon. No
    ///   file is ever replaced or deleted.
    public init(stateFolder: String) throws(AlertStoreError) {
        let folder = try StateFolder(path: stateFolder)
        path = try folder.prepareFile(StoreSchema.fileName)
        database = try StoreSchema.open(path)
    }

    /// Opens the store that is there, for reading alone. Nothing is made, and nothing is changed: what writes fails.
    ///
    /// - Throws: `nothingStored` where there is no store; else as the other.
    public init(reading stateFolder: String) throws(AlertStoreError) {
        path = StateFolder.standardized(stateFolder) + "/" + StoreSchema.fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw AlertStoreError(.nothingStored(folder: stateFolder))
        }
        database = try StoreSchema.openForReading(path)
    }

    /// Ends all use of the database. Later calls fail.
    public func close() {
        try? database.close()
    }

    func read<Result>(_ work: (Database) throws -> Result) throws(AlertStoreError) -> Result {
        try AlertStoreError.telling(path) { try database.read(work) }
    }

    /// One transaction: all of the work, or nothing.
    func write<Result>(_ work: (Database) throws -> Result) throws(AlertStoreError) -> Result {
        try AlertStoreError.telling(path) { try database.write(work) }
    }

    /// Puts the log into the database and empties it, so that what was taken out is nowhere in it any more.
    ///
    /// - Throws: `stillInLog` where another program reads the database, and goes on for some seconds.
    func emptyLog() throws(AlertStoreError) {
        let isBusy = try AlertStoreError.telling(path) {
            try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") != 0 }
        }
        if isBusy { throw AlertStoreError(.stillInLog(path: path)) }
    }

    func unreadable(_ table: String, _ column: String) -> AlertStoreError {
        AlertStoreError(.unreadableValue(path: path, table: table, column: column))
    }
}
