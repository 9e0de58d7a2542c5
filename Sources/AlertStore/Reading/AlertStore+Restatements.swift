import Diagnostics
import GRDB
import Measures

extension AlertStore {
    /// The figures that a run learned to be otherwise than told before, in order of KPI, level, grain, area and period.
    ///
    /// A figure that was away for a while, because a module failed or a return was late, is held against the value last told
    /// before. A figure that goes away is told as taken back, except where only the module failed. A new unit is a
    /// new definition, not a restatement.
    ///
    /// - Throws: `unknownRun` where no such run is stored.
    public func restatements(of run: RunID) throws(AlertStoreError) -> [Restatement] {
        try read { database in
            try requireRun(run, in: database)
            // Only a block with an edition of this run can hold news of it.
            let blocks = try Row.fetchAll(
                database,
                sql: """
                    SELECT block.id, kpi, level, grain, now.unit, now.first_period, now.period_count
                    FROM edition AS now JOIN block ON block.id = now.block
                    WHERE now.run = ? AND now.unit = (
                        SELECT unit FROM edition AS before WHERE before.block = now.block AND before.run < now.run
                        ORDER BY before.run DESC LIMIT 1)
                    ORDER BY kpi, level, grain
                    """,
                arguments: [run.rawValue])
            return try blocks.flatMap { try restatements(inBlock: $0, of: run, database) }
        }
    }

    private func restatements(inBlock block: Row, of run: RunID, _ database: Database) throws -> [Restatement] {
        guard let grain = Grain(rawValue: block[3]) else { throw unreadable("block", "grain") }
        guard let unit = Unit(block[4] as String) else { throw unreadable("edition", "unit") }
        let rows = try Row.fetchCursor(
            database, sql: ObservationRow.history, arguments: [block[0] as Int64, run.rawValue])
        var found: [Restatement] = []
        var history = CellHistory()
        while let row = try rows.next() {
            let place = CellPlace(area: AreaCode(row[13] as String), period: row[14])
            let cell = try ObservationRow.read(row, of: self)
            let learned = row[15] as Int64 == run.rawValue
            if let change = history.add(cell, at: place), learned {
                found.append(
                    Restatement(
                        kpi: block[1], level: AreaLevel(block[2] as String), area: place.area,
                        period: Period(grain: grain, ordinal: place.period), unit: unit, before: change.before,
                        after: change.after, wasProvisional: change.wasProvisional))
            }
        }
        return found
    }
}

/// Walks the versions of one cell after another, oldest first.
private struct CellHistory {
    struct Change {
        var before: Double
        var after: Double?
        var wasProvisional: Bool
    }

    private var place: CellPlace?
    /// The figure last told, and whether it was provisional.
    private var told: (value: Double, isProvisional: Bool)?
    /// Whether that figure still stood before this version.
    private var stands = false

    mutating func add(_ cell: Observation, at place: CellPlace) -> Change? {
        if place != self.place { (self.place, told, stands) = (place, nil, false) }
        guard cell.state != .moduleFailed else { return nil }
        defer { stands = cell.value != nil }
        guard let value = cell.value else {
            guard stands, let told else { return nil }
            return Change(before: told.value, after: nil, wasProvisional: told.isProvisional)
        }
        defer { told = (value, cell.provisional) }
        guard let told, told.value != value else { return nil }
        return Change(before: told.value, after: value, wasProvisional: told.isProvisional)
    }
}
