import Alerting
import Foundation
import GRDB
import Measures

extension Commit {
    /// Adds the cells that changed. A block whose digest is the last one known costs one comparison, and of one that changed only the
    /// stretches that did are read, and of one that only grew by a period, that period.
    mutating func writeObservations() throws {
        let lastDigest = try database.cachedStatement(
            sql: """
                SELECT block.id, (SELECT digest FROM edition WHERE block = block.id ORDER BY run DESC LIMIT 1) AS digest
                FROM block WHERE kpi = ? AND level = ? AND grain = ?
                """)
        let insert = try database.cachedStatement(sql: ObservationRow.insertion)
        for (block, digests) in record.figures.blocks {
            let known = try Row.fetchOne(
                lastDigest, arguments: [block.kpi, block.level.rawValue, block.grain.rawValue])
            if let known, known[1] as Data? == digests.whole { continue }
            let identity = try known.map { $0[0] as Int64 } ?? newBlock(block)
            var added = 0
            let stretches = try StretchRow.latest(ofBlock: identity, in: database)
            if let changed = digests.changed(since: stretches, in: block) {
                let cells =
                    known == nil
                    ? [:]
                    : try ObservationRow.latestCells(
                        ofBlock: identity, areas: block.areas, periods: changed, in: database, of: store)
                added = try writeCells(of: block, identity, changed, knowing: cells, by: insert)
            }
            try writeEdition(of: block, identity, digests.whole, cells: added)
            try StretchRow.write(
                digests.stretches, ofBlock: identity, knowing: stretches, run: try runID(), in: database)
            receipt.blocks += 1
        }
    }

    private func newBlock(_ block: ObservationBlock) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO block (kpi, level, grain) VALUES (?, ?, ?)",
            arguments: [block.kpi, block.level.rawValue, block.grain.rawValue])
        return database.lastInsertedRowID
    }

    private mutating func writeEdition(
        of block: ObservationBlock, _ identity: Int64, _ digest: Data, cells: Int
    ) throws {
        let run = try runID()
        let areas = try areaList(block.areas)
        try database.cachedStatement(
            sql: """
                INSERT INTO edition (block, run, unit, areas, first_period, period_count, digest, cells)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                identity, run, block.unit.description, areas, block.first.ordinal, block.periodCount, digest, cells,
            ])
    }

    /// - Returns: how many cells are not as they were known.
    private mutating func writeCells(
        of block: ObservationBlock, _ identity: Int64, _ changed: ClosedRange<Int>, knowing known: [CellPlace: Observation], by insert: Statement
    ) throws -> Int {
        let run = try runID()
        var added = 0
        for (row, area) in block.areas.enumerated() {
            for ordinal in changed {
                let cell = block[row, ordinal - block.first.ordinal].storable
                let place = CellPlace(area: area, period: ordinal)
                if !known.isEmpty, known[place] == cell { continue }
                try ObservationRow.write(cell, block: identity, place, run: run, by: insert)
                added += 1
            }
        }
        receipt.observations += added
        return added
    }
}
