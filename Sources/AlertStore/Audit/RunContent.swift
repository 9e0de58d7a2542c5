import Foundation
import GRDB

/// What a run added to the store beside its transitions: the shapes of blocks with the digests of all their figures, verdicts by their
/// digests, which verdicts it ended, names, texts of definitions, and notices with their channels. Its digest is kept with the run, and is in
/// the audit chain.
///
/// The figures and codes themselves are not read again: the digests stand beside them, and `AlertStore.check` holds both together.
enum RunContent {
    /// How digests are made, each by its number in the store. A digest that is stored is held against its rows as it was made.
    private enum Making: Int, CaseIterable {
        /// Of an older Beacon: blocks and lists of areas by their numbers alone, without texts, stretches and channels.
        case first = 1
        case second

        static let current = Making.second

        var rows: [String] {
            switch self {
            case .first:
                [
                    "SELECT block, unit, areas, first_period, period_count, digest FROM edition WHERE run = ? ORDER BY block",
                    """
                    SELECT id, rule, level, areas, grain, first_period, period_count, digest FROM verdict WHERE run = ?
                    ORDER BY id
                    """,
                    Self.endedVerdicts, Self.rules, Self.areas, Self.notices,
                ]
            case .second:
                [
                    """
                    SELECT block, kpi, level, grain, unit, codes, first_period, period_count, digest, cells
                    FROM edition JOIN block ON block.id = block JOIN area_list ON area_list.id = areas
                    WHERE run = ? ORDER BY block
                    """,
                    "SELECT block, place, digest FROM stretch WHERE run = ? ORDER BY block, place",
                    """
                    SELECT verdict.id, rule, level, area_list.codes, grain, first_period, period_count, digest
                    FROM verdict JOIN area_list ON area_list.id = areas WHERE run = ? ORDER BY verdict.id
                    """,
                    Self.endedVerdicts, Self.rules, Self.areas,
                    "SELECT kind, id, priority, text FROM told_text WHERE run = ? ORDER BY kind, id",
                    Self.notices, Self.channels,
                ]
            }
        }

        private static let endedVerdicts = "SELECT id FROM verdict WHERE until_run = ? ORDER BY id"
        private static let rules =
            "SELECT rule, title, priority, severity, owner, groups FROM told_rule WHERE run = ? ORDER BY rule"
        private static let areas = "SELECT area, name, level FROM told_area WHERE run = ? ORDER BY area"
        private static let notices = "SELECT key, content FROM notice WHERE run = ? ORDER BY key"
        /// By which channels notices were to go out, those too that were let go of.
        private static let channels = """
            SELECT notice.key, outbox.channel FROM notice JOIN outbox ON outbox.notice = notice.key WHERE run = ?1
            UNION
            SELECT notice.key, dropping.channel FROM dropping JOIN json_each(dropping.notices) AS dropped
                JOIN notice ON notice.key = dropped.value WHERE run = ?1
            ORDER BY 1, 2
            """
    }

    /// Of the rows as they are.
    private static func digest(of run: Int64, by making: Making, in database: Database) throws -> Data {
        var bytes = ContentBytes(reserving: 4_096)
        for statement in making.rows { try bytes.append(rowsOf: statement, [run], in: database) }
        return bytes.digest
    }

    /// Keeps the digest, once all of the run is written.
    ///
    /// - Parameter isTelling: whether the run changed what readers know.
    static func keep(of run: Int64, isTelling: Bool, in database: Database) throws {
        let told = try isTelling || ToldContent.kept(in: database) == nil ? ToldContent.digest(in: database) : nil
        try database.execute(
            sql: "INSERT INTO run_content (run, making, digest, told) VALUES (?, ?, ?, ?)",
            arguments: [run, Making.current.rawValue, try digest(of: run, by: .current, in: database), told])
    }

    /// What was kept; nothing of a run of an older Beacon, and while a store from before there was any is brought up to date.
    static func kept(of run: Int64, in database: Database) throws -> [Data] {
        guard try database.tableExists("run_content") else { return [] }
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT digest, told FROM run_content WHERE run = ?"), arguments: [run])
        return row.map { [$0[0] as Data?, $0[1] as Data?].compactMap(\.self) } ?? []
    }

    /// The runs whose rows are not as they were kept. What was pruned can't be held against it, so runs up to the first one that the last
    /// pruning kept whole are left out.
    static func changed(in database: Database) throws -> [Int64] {
        let kept = try Row.fetchAll(
            database, sql: "SELECT run, digest, making FROM run_content WHERE run > \(Pruning.lastTouched) ORDER BY run")
        return try kept.filter { row in
            guard let making = Making(rawValue: row[2]) else { return true }
            return try digest(of: row[0], by: making, in: database) != row[1] as Data
        }.map { $0[0] }
    }
}
