import Alerting
import Foundation
import GRDB
import Measures

extension Commit {
    /// Adds the cells that changed. A block whose digest is the last one known costs one comparison.
    mutating func writeObservations() throws {
        let lastDigest = try database.makeStatement(
            sql: """
                SELECT block.id, (SELECT digest FROM edition WHERE block = block.id ORDER BY run DESC LIMIT 1) AS digest
                FROM block WHERE kpi = ? AND level = ? AND grain = ?
                """)
        let insert = try database.makeStatement(sql: ObservationRow.insertion)
        for block in record.observations.all {
            let digest = block.digest
            let known = try Row.fetchOne(
                lastDigest, arguments: [block.kpi, block.level.rawValue, block.grain.rawValue])
            if let known, known[1] as Data? == digest { continue }
            let identity = try known.map { $0[0] as Int64 } ?? newBlock(block)
            try writeEdition(of: block, identity, digest)
            let cells = known == nil ? [:] : try ObservationRow.latestCells(ofBlock: identity, in: database, of: store)
            try writeCells(of: block, identity, knowing: cells, by: insert)
            receipt.blocks += 1
        }
    }

    private func newBlock(_ block: ObservationBlock) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO block (kpi, level, grain) VALUES (?, ?, ?)",
            arguments: [block.kpi, block.level.rawValue, block.grain.rawValue])
        return database.lastInsertedRowID
    }

    private mutating func writeEdition(of block: ObservationBlock, _ identity: Int64, _ digest: Data) throws {
        let run = try runID()
        let areas = try areaList(block.areas)
        try database.cachedStatement(
            sql: """
                INSERT INTO edition (block, run, unit, areas, first_period, period_count, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                identity, run, block.unit.description, areas, block.first.ordinal, block.periodCount, digest,
            ])
    }

    private mutating func writeCells(
        of block: ObservationBlock, _ identity: Int64, knowing known: [CellPlace: Observation], by insert: Statement
    ) throws {
        let run = try runID()
        for (row, area) in block.areas.enumerated() {
            for column in 0..<block.periodCount {
                let cell = block[row, column].storable
                let place = CellPlace(area: area, period: block.first.ordinal + column)
                if !known.isEmpty, known[place] == cell { continue }
                try ObservationRow.write(cell, block: identity, place, run: run, by: insert)
                receipt.observations += 1
            }
        }
    }
}
