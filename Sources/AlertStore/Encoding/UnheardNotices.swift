import Alerting
import Diagnostics
import GRDB
import Measures

/// Notices that were let go of before they went out by any route: their readers don't know what they told.
struct UnheardNotices {
    private let database: Database
    private let store: AlertStore
    private let notices: [Told]

    /// A notice with the run that told it.
    private struct Told {
        var notice: Notice
        var run: Int64
    }

    /// - Parameter keys: of notices that went out by a route, or wait for one, those are passed over.
    init(_ keys: [String], in database: Database, of store: AlertStore) throws {
        self.database = database
        self.store = store
        notices = try keys.compactMap { key in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT content, run FROM notice WHERE key = ?
                        AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.notice = notice.key)
                    """,
                arguments: [key])
            return try row.map { try Self.told($0, of: store) }
        }
    }

    private static func told(_ row: Row, of store: AlertStore) throws -> Told {
        guard let notice = StoredJSON.value(Notice.self, from: row[0]) else { throw store.unreadable("notice", "content") }
        return Told(notice: notice, run: row[1])
    }

    /// Sets what readers know back to what the notices say that they heard. What was told again since, by another notice, stands.
    func forget() throws {
        for reader in Set(notices.map(\.notice.group)).sorted() {
            let unheard = notices.filter { $0.notice.group == reader }
            let heard = try heard(by: reader)
            for told in unheard {
                for item in told.notice.items { try forget(item, told.run, by: reader, who: heard) }
                try forgetLines(of: told, who: heard.filter { $0.run == told.run })
            }
        }
    }

    /// The notices to a reader that went out or still wait, in the order in which they were told.
    private func heard(by reader: String) throws -> [Told] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT content, run FROM notice WHERE content ->> '$.group' = ?
                    AND EXISTS (SELECT 1 FROM outbox WHERE outbox.notice = notice.key) ORDER BY run, key
                """,
            arguments: [reader]
        ).map { try Self.told($0, of: store) }
    }

    private func forget(_ item: Notice.Item, _ run: Int64, by reader: String, who heard: [Told]) throws {
        let place: StatementArguments = [reader, item.rule, item.area.rawValue]
        let list = try String.fetchOne(
            database, sql: "SELECT list FROM told_alert WHERE reader = ? AND rule = ? AND area = ? AND run = ?",
            arguments: place + [run])
        guard let list else { return }
        for told in heard.reversed() {
            let known = told.notice.items.last { $0.rule == item.rule && $0.area == item.area }
            guard let known else { continue }
            return try ToldRows.write(known, to: reader, onListOf: list, run: told.run, in: database)
        }
        try database.execute(sql: "DELETE FROM told_alert WHERE reader = ? AND rule = ? AND area = ?", arguments: place)
    }

    /// A body shows the first lines only, so one that stands in none is forgotten where its reader heard nothing of the run.
    private func forgetLines(of told: Told, who heard: [Told]) throws {
        let known = Set(heard.flatMap(\.notice.body))
        let lines = try String.fetchAll(
            database, sql: "SELECT line FROM told_line WHERE reader = ? AND run = ?",
            arguments: [told.notice.group, told.run])
        for line in lines where heard.isEmpty || told.notice.body.contains(line) && !known.contains(line) {
            try database.execute(
                sql: "DELETE FROM told_line WHERE reader = ? AND line = ?", arguments: [told.notice.group, line])
        }
    }
}
