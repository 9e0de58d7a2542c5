import Alerting
import GRDB

extension Commit {
    /// Puts notices into the outbox, by each of its routes. A notice whose key is there already stays as it was first told.
    mutating func writeNotices() throws {
        for outgoing in record.notices {
            let notice = outgoing.notice
            let isKnown = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM notice WHERE key = ?)", arguments: [notice.key])
            if isKnown != true {
                try database.execute(
                    sql: "INSERT INTO notice (key, run, content) VALUES (?, ?, ?)",
                    arguments: [notice.key, try runID(), try StoredJSON.text(notice)])
                receipt.notices += 1
            }
            for route in outgoing.routes {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO outbox (notice, channel) VALUES (?, ?)", arguments: [notice.key, route])
            }
        }
    }
}
