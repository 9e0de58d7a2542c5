import Foundation
import GRDB
import Measures

extension Commit {
    private struct Identity: Hashable {
        var rule: String
        var level: String
    }

    private struct Standing {
        var id: Int64
        var digest: Data
    }

    /// Adds the columns that changed, and ends those of rules that are told no more.
    mutating func writeVerdicts() throws {
        var standing: [Identity: Standing] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT rule, level, digest, id FROM verdict WHERE until_run IS NULL")
        while let row = try rows.next() {
            standing[Identity(rule: row[0], level: row[1])] = Standing(id: row[3], digest: row[2])
        }
        let end = try database.cachedStatement(sql: "UPDATE verdict SET until_run = ? WHERE id = ?")
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO verdict (rule, level, run, areas, grain, first_period, period_count, digest, codes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for column in record.verdicts {
            let digest = column.digest
            let known = standing.removeValue(forKey: Identity(rule: column.rule, level: column.level.rawValue))
            if known?.digest == digest { continue }
            let run = try runID()
            if let known { try end.execute(arguments: [run, known.id]) }
            let areas = try areaList(column.areas)
            try insert.execute(
                arguments: [
                    column.rule, column.level.rawValue, run, areas, column.first.grain.rawValue, column.first.ordinal,
                    column.periodCount, digest, Data(column.codes),
                ])
            receipt.verdictColumns += 1
        }
        for gone in standing.values.map(\.id).sorted() {
            try end.execute(arguments: [try runID(), gone])
            receipt.verdictColumns += 1
        }
    }
}
