import Foundation
import GRDB

/// What readers know: how alerts were last told to each, what else they were told on the last date, and under which ids rules go on. Later
/// runs replace its rows, so its digest is of all that stands, and is kept whenever that changes.
enum ToldContent {
    private static let rows = [
        "SELECT reader, rule, area, list, run, item FROM told_alert ORDER BY reader, rule, area",
        "SELECT reader, line, run FROM told_line ORDER BY reader, line",
        "SELECT former, rule, run FROM renamed_rule ORDER BY former, rule, run",
    ]

    /// Of the rows as they are.
    static func digest(in database: Database) throws -> Data {
        var bytes = ContentBytes(reserving: 65_536)
        for statement in rows { try bytes.append(rowsOf: statement, in: database) }
        return bytes.digest
    }

    /// The last that was kept, by the place in the audit chain of what kept it; nil where a store of an older Beacon kept none.
    static func kept(in database: Database) throws -> Data? {
        try Data.fetchOne(
            database,
            sql: """
                SELECT told FROM (
                    SELECT place, told FROM run_content JOIN chain ON kind = 'run' AND subject = run WHERE told IS NOT NULL
                    UNION ALL
                    SELECT place, told FROM dropping JOIN chain ON kind = 'dropping' AND subject = id
                ) ORDER BY place DESC LIMIT 1
                """)
    }
}
