import Alerting
import GRDB

extension Commit {
    /// Puts notices into the outbox, by every channel. A notice whose key is there already stays as it was first told.
    mutating func writeNotices() throws {
        for notice in record.notices {
            let isKnown = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM notice WHERE key = ?)", arguments: [notice.key])
            if isKnown == true { continue }
            try database.execute(
                sql: "INSERT INTO notice (key, run, content) VALUES (?, ?, ?)",
                arguments: [notice.key, try runID(), try StoredJSON.text(notice)])
            for channel in record.channels {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO outbox (notice, channel) VALUES (?, ?)", arguments: [notice.key, channel])
            }
            receipt.notices += 1
        }
    }
}
