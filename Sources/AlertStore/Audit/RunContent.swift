import Foundation
import GRDB

/// What a run added to the store beside its transitions: the shapes of blocks with the digests of all their figures, verdicts by their
/// digests, which verdicts it ended, names, and notices. Its digest is kept with the run, and is in the audit chain.
///
/// The figures and codes themselves are not read again: the digests stand beside them, and `AlertStore.check` holds both together.
enum RunContent {
    private static let rows = [
        "SELECT block, unit, areas, first_period, period_count, digest FROM edition WHERE run = ? ORDER BY block",
        "SELECT id, rule, level, areas, grain, first_period, period_count, digest FROM verdict WHERE run = ? ORDER BY id",
        "SELECT id FROM verdict WHERE until_run = ? ORDER BY id",
        "SELECT rule, title, priority, severity, owner, groups FROM told_rule WHERE run = ? ORDER BY rule",
        "SELECT area, name, level FROM told_area WHERE run = ? ORDER BY area",
        "SELECT key, content FROM notice WHERE run = ? ORDER BY key",
    ]

    /// Of the rows as they are.
    static func digest(of run: Int64, in database: Database) throws -> Data {
        var bytes = ContentBytes(reserving: 4_096)
        for statement in rows {
            let found = try Row.fetchCursor(database.cachedStatement(sql: statement), arguments: [run])
            while let row = try found.next() { bytes.append(row) }
            // Where one table ends and the next begins.
            bytes.append("end")
        }
        return bytes.digest
    }

    /// Keeps the digest, once all of the run is written.
    static func keep(of run: Int64, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO run_content (run, digest) VALUES (?, ?)", arguments: [run, try digest(of: run, in: database)])
    }

    /// As it was kept; nil of a run of an older Beacon, and while a store from before there was one is brought up to date.
    static func kept(of run: Int64, in database: Database) throws -> Data? {
        guard try database.tableExists("run_content") else { return nil }
        return try Data.fetchOne(
            database.cachedStatement(sql: "SELECT digest FROM run_content WHERE run = ?"), arguments: [run])
    }

    /// The runs whose rows are not as they were kept. What was pruned can't be held against it, so runs up to the first one that the last
    /// pruning kept whole are left out.
    static func changed(in database: Database) throws -> [Int64] {
        let kept = try Row.fetchAll(
            database,
            sql: """
                SELECT run, digest FROM run_content WHERE run > ifnull((SELECT max(first_kept) FROM pruning), 0) ORDER BY run
                """)
        return try kept.filter { try digest(of: $0[0], in: database) != $0[1] as Data }.map { $0[0] }
    }
}
