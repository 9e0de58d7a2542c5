import Alerting
import Diagnostics
public import Foundation
import GRDB

extension AlertStore {
    /// The notices that have not gone out yet, each channel by itself, in the order in which they were put in.
    public func waitingNotices() throws(AlertStoreError) -> [WaitingNotice] {
        try read { database in
            let failures = try Dictionary(
                grouping: Row.fetchAll(
                    database,
                    sql: """
                        SELECT outbox, at, failure FROM failed_attempt
                        WHERE outbox IN (SELECT id FROM outbox WHERE delivered IS NULL) ORDER BY id
                        """)
            ) { $0[0] as Int64 }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT outbox.id, content, channel, run FROM outbox JOIN notice ON notice.key = outbox.notice
                    WHERE delivered IS NULL ORDER BY outbox.id
                    """
            ).map { row in
                guard let notice = StoredJSON.value(Notice.self, from: row[1]) else { throw unreadable("notice", "content") }
                return WaitingNotice(
                    notice: notice, channel: row[2], run: RunID(rawValue: row[3]),
                    failedAttempts: (failures[row[0]] ?? []).map {
                        WaitingNotice.FailedAttempt(at: Date(timeIntervalSince1970: $0[1]), failure: $0[2])
                    })
            }
        }
    }

    /// Remembers that a notice is about to be handed over, before it is: an attempt whose end is never told counts as one that
    /// failed, so that a store that can't be written sends nothing again and again.
    ///
    /// - Throws: `unknownNotice` where no such notice goes out by that channel.
    public func beginAttempt(of key: String, by channel: String, at time: Date) throws(AlertStoreError) -> DeliveryAttempt {
        try write { database in
            let entry = try outboxEntry(key, channel, database)
            try database.execute(
                sql: "INSERT INTO failed_attempt (outbox, at, failure) VALUES (?, ?, ?)",
                arguments: [entry, time.timeIntervalSince1970, DeliveryAttempt.withoutEnd])
            return DeliveryAttempt(id: database.lastInsertedRowID, entry: entry)
        }
    }

    /// Remembers that an attempt failed. The notice goes on waiting.
    ///
    /// - Parameter failure: why, for the operator. It stays in the store, and is in no message of it.
    public func tellFailure(of attempt: DeliveryAttempt, _ failure: String) throws(AlertStoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE failed_attempt SET failure = ? WHERE id = ?", arguments: [failure, attempt.id])
        }
    }

    /// Remembers that a notice has gone out by this attempt.
    public func tellDelivery(by attempt: DeliveryAttempt, at time: Date) throws(AlertStoreError) {
        try write { database in
            try database.execute(sql: "DELETE FROM failed_attempt WHERE id = ?", arguments: [attempt.id])
            try database.execute(
                sql: "UPDATE outbox SET delivered = ? WHERE id = ? AND delivered IS NULL",
                arguments: [time.timeIntervalSince1970, attempt.entry])
        }
    }

    /// Lets go of all that waits for a channel, for good. What has gone out by it stays remembered; what a notice told that goes out by no
    /// other channel either is forgotten, so that the next run tells it by the channels that there are.
    ///
    /// - Returns: how many notices waited for it.
    public func dropWaiting(for channel: String, at time: Date) throws(AlertStoreError) -> Int {
        try write { database in
            let keys = try String.fetchAll(
                database, sql: "SELECT notice FROM outbox WHERE channel = ? AND delivered IS NULL ORDER BY id",
                arguments: [channel])
            let waiting = "SELECT id FROM outbox WHERE channel = ? AND delivered IS NULL"
            try database.execute(sql: "DELETE FROM failed_attempt WHERE outbox IN (\(waiting))", arguments: [channel])
            try database.execute(sql: "DELETE FROM outbox WHERE channel = ? AND delivered IS NULL", arguments: [channel])
            try UnheardNotices(keys, in: database, of: self).forget()
            // Its entry holds what readers know after it.
            try Dropping.keep(keys, for: channel, at: time, in: database)
            return keys.count
        }
    }

    private func outboxEntry(_ key: String, _ channel: String, _ database: Database) throws -> Int64 {
        let entry = try Int64.fetchOne(
            database, sql: "SELECT id FROM outbox WHERE notice = ? AND channel = ?", arguments: [key, channel])
        guard let entry else { throw AlertStoreError(.unknownNotice(key: key, channel: channel)) }
        return entry
    }
}
