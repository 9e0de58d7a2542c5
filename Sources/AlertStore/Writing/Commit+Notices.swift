import Alerting
import GRDB
import Measures

extension Commit {
    /// Puts notices into the outbox, by each of its routes, and remembers what their readers know by them. A notice whose key is there
    /// already stays as it was first told.
    mutating func writeNotices() throws {
        try writeRenamings()
        for outgoing in record.notices {
            let notice = outgoing.notice
            let isKnown = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM notice WHERE key = ?)", arguments: [notice.key])
            if isKnown != true {
                try database.execute(
                    sql: "INSERT INTO notice (key, run, content) VALUES (?, ?, ?)",
                    arguments: [notice.key, try runID(), try StoredJSON.text(notice)])
                try writeTold(outgoing)
                for route in Set(outgoing.routes).sorted() {
                    try database.execute(
                        sql: "INSERT INTO outbox (notice, channel) VALUES (?, ?)", arguments: [notice.key, route])
                }
                receipt.notices += 1
            }
        }
    }

    private mutating func writeTold(_ outgoing: OutgoingNotice) throws {
        let (notice, run) = (outgoing.notice, try runID())
        isTelling = true
        for item in notice.items {
            try ToldRows.write(item, to: notice.group, onListOf: outgoing.list, run: run, in: database)
        }
        try database.execute(
            sql: "DELETE FROM told_line WHERE run IN (SELECT id FROM run WHERE as_of < ?)",
            arguments: [record.asOf.daysSince1970])
        for line in outgoing.lines {
            try database.execute(
                sql: "INSERT OR IGNORE INTO told_line (reader, line, run) VALUES (?, ?, ?)",
                arguments: [notice.group, line, run])
        }
    }

    /// A rule that an earlier run of the date found renamed may have its id back.
    private mutating func writeRenamings() throws {
        let known = Set(try ToldRows.renamings(in: database).filter { $0.day == record.asOf })
        guard known != Set(record.renamings) else { return }
        isTelling = true
        let run = try runID()
        try database.execute(
            sql: "DELETE FROM renamed_rule WHERE run IN (SELECT id FROM run WHERE as_of = ?)",
            arguments: [record.asOf.daysSince1970])
        for renaming in record.renamings {
            try database.execute(
                sql: "INSERT INTO renamed_rule (former, rule, run) VALUES (?, ?, ?)",
                arguments: [renaming.former, renaming.rule, run])
        }
    }
}
