import Alerting
import Diagnostics
import GRDB
import Measures

/// What readers were told, as rows.
enum ToldRows {
    static func write(
        _ item: Notice.Item, to reader: String, onListOf group: String, run: Int64, in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO told_alert (reader, rule, area, list, run, item) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [reader, item.rule, item.area.rawValue, group, run, try StoredJSON.text(item)])
    }

    /// In the order in which they were told.
    static func alerts(in database: Database, of store: AlertStore) throws -> [ToldAlert] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT reader, list, item, as_of FROM told_alert JOIN run ON run.id = run ORDER BY run.id, reader, rule, area
                """
        ).map { row in
            guard let item = StoredJSON.value(Notice.Item.self, from: row[2]) else {
                throw store.unreadable("told_alert", "item")
            }
            return ToldAlert(reader: row[0], list: row[1], item: item, asOf: CalendarDate(daysSince1970: row[3]))
        }
    }

    static func lines(in database: Database) throws -> [ToldLine] {
        try Row.fetchAll(database, sql: "SELECT reader, line, as_of FROM told_line JOIN run ON run.id = run").map { row in
            ToldLine(reader: row[0], line: row[1], asOf: CalendarDate(daysSince1970: row[2]))
        }
    }

    static func renamings(in database: Database) throws -> [RecordedRenaming] {
        try Row.fetchAll(database, sql: "SELECT former, rule, as_of FROM renamed_rule JOIN run ON run.id = run").map { row in
            RecordedRenaming(former: row[0], rule: row[1], day: CalendarDate(daysSince1970: row[2]))
        }
    }
}
