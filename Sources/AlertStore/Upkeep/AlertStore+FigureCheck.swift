import Alerting
import Diagnostics
import GRDB
import Measures

extension AlertStore {
    /// Every block as last known, read and held against its digest.
    func blocks(_ database: Database) throws -> [StoreFinding] {
        let rows = try Row.fetchAll(database, sql: "SELECT id, kpi, level, grain FROM block ORDER BY kpi, level, grain")
        return try rows.compactMap { row -> StoreFinding? in
            let name = "the figures of \(row[1] as String) by \(row[2] as String) and \(row[3] as String)"
            guard let grain = Grain(rawValue: row[3]) else { return StoreFinding("block", "\(name): no such grain") }
            let key = ObservationSet.Key(kpi: row[1], level: AreaLevel(row[2] as String), grain: grain)
            let digest = try Row.fetchOne(
                database, sql: "SELECT digest, cells FROM edition WHERE block = ? ORDER BY run DESC LIMIT 1", arguments: [row[0]])
            do {
                guard let edition = try Edition.latest(of: key, upTo: .max, in: database, of: self), let digest else {
                    return StoreFinding("edition", "\(name) have no shape")
                }
                let block = try edition.block(key, upTo: .max, in: database, of: self)
                let digests = BlockDigests(block)
                let stretches = try StretchRow.latest(ofBlock: row[0], in: database)
                // An older Beacon digested no stretches.
                let isWithoutStretches = stretches.isEmpty && digest[1] as Int? == nil
                let isWhole =
                    digests.whole == digest[0]
                    && (isWithoutStretches || digests.stretches.allSatisfy { stretches[$0.key] == $0.value })
                return isWhole ? nil : StoreFinding("observation", "\(name) are not those that were stored")
            } catch let error as AlertStoreError { return StoreFinding("observation", "\(name): \(error.words)") }
        }
    }

    /// Whether each run tells as many figures of a block as it added: a row that was given to another run shows by nothing else. Runs of an
    /// older Beacon counted none, and of runs before the last pruning some may be gone.
    func cellCounts(_ database: Database) throws -> [StoreFinding] {
        try Row.fetchAll(
            database,
            sql: """
                WITH added AS (SELECT block, run, count(*) AS cells FROM observation GROUP BY block, run)
                SELECT kpi, level, grain, run FROM (
                    SELECT edition.block, edition.run FROM edition LEFT JOIN added USING (block, run)
                    WHERE edition.cells <> ifnull(added.cells, 0)
                    UNION
                    SELECT added.block, added.run FROM added LEFT JOIN edition USING (block, run) WHERE edition.run IS NULL
                ) JOIN block ON block.id = block WHERE run > \(Pruning.lastTouched) ORDER BY run, kpi, level, grain
                """
        ).map { row in
            let name = "the figures of \(row[0] as String) by \(row[1] as String) and \(row[2] as String)"
            return StoreFinding("observation", "\(name) that run \(row[3] as Int64) added are not as many as it stored")
        }
    }
}
