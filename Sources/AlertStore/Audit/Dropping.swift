import Foundation
import GRDB

/// Notices that waited for a channel and were let go of: an entry of the audit chain, so that one which is gone without it shows.
enum Dropping {
    /// Remembers it, once all of it is done.
    ///
    /// - Parameter keys: of the notices; where there are none, nothing was done.
    static func keep(_ keys: [String], for channel: String, at time: Date, in database: Database) throws {
        guard !keys.isEmpty else { return }
        try database.execute(
            sql: "INSERT INTO dropping (at, channel, notices, told) VALUES (?, ?, ?, ?)",
            arguments: [
                time.timeIntervalSince1970, channel, try StoredJSON.text(keys), try ToldContent.digest(in: database),
            ])
        try AuditChain.append(.dropping, database.lastInsertedRowID, in: database)
    }
}
