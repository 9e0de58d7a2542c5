public import Alerting
import Diagnostics
import GRDB
import Measures

extension AlertStore {
    /// The blocks as last known. A key that no run ever told is left out.
    public func latestObservations(
        for keys: some Sequence<ObservationSet.Key>
    ) throws(AlertStoreError) -> ObservationSet {
        let keys = Array(keys)
        return try read { try observations(keys, upTo: .max, in: $0) }
    }

    /// The blocks as they were known when a run was stored.
    ///
    /// - Throws: `unknownRun` where no such run is stored, `pruned` where it lies before what is kept.
    public func observations(
        for keys: some Sequence<ObservationSet.Key>, asKnownAt run: RunID
    ) throws(AlertStoreError) -> ObservationSet {
        let keys = Array(keys)
        return try read { database in
            try requireKept(run, in: database)
            return try observations(keys, upTo: run.rawValue, in: database)
        }
    }

    /// Every block that a run ever told, in a stable order.
    public func observationKeys() throws(AlertStoreError) -> [ObservationSet.Key] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT kpi, level, grain FROM block").map { row in
                guard let grain = Grain(rawValue: row[2]) else { throw unreadable("block", "grain") }
                return ObservationSet.Key(kpi: row[0], level: AreaLevel(row[1] as String), grain: grain)
            }.sorted()
        }
    }

    func requireRun(_ run: RunID, in database: Database) throws {
        let isKnown = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)", arguments: [run.rawValue])
        guard isKnown == true else { throw AlertStoreError(.unknownRun(Int(run.rawValue))) }
    }

    /// What was known when a run was stored can be told of those that lie within the retention alone.
    func requireKept(_ run: RunID, in database: Database) throws {
        try requireRun(run, in: database)
        let first = try Int64.fetchOne(database, sql: "SELECT max(first_kept) FROM pruning") ?? 0
        guard run.rawValue >= first else { throw AlertStoreError(.pruned(run: Int(run.rawValue))) }
    }

    private func observations(_ keys: [ObservationSet.Key], upTo run: Int64, in database: Database) throws -> ObservationSet
    {
        var set = ObservationSet()
        for key in keys {
            guard let edition = try Edition.latest(of: key, upTo: run, in: database, of: self) else { continue }
            set.insert(try edition.block(key, upTo: run, in: database, of: self))
        }
        return set
    }
}

/// The shape of a block, as of some run.
struct Edition {
    var block: Int64
    var unit: Unit
    var areas: [AreaCode]
    var first: Period
    var periodCount: Int

    static func latest(
        of key: ObservationSet.Key, upTo run: Int64, in database: Database, of store: AlertStore
    ) throws -> Edition? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT block.id, unit, codes, first_period, period_count
                    FROM block JOIN edition ON edition.block = block.id JOIN area_list ON area_list.id = edition.areas
                    WHERE kpi = ? AND level = ? AND grain = ? AND run <= ? ORDER BY run DESC LIMIT 1
                    """),
            arguments: [key.kpi, key.level.rawValue, key.grain.rawValue, run])
        guard let row else { return nil }
        guard let unit = Unit(row[1] as String) else { throw store.unreadable("edition", "unit") }
        guard let areas = StoredJSON.areas(from: row[2]) else { throw store.unreadable("area_list", "codes") }
        return Edition(
            block: row[0], unit: unit, areas: areas, first: Period(grain: key.grain, ordinal: row[3]), periodCount: row[4])
    }

    func block(
        _ key: ObservationSet.Key, upTo run: Int64, in database: Database, of store: AlertStore
    ) throws -> ObservationBlock {
        var result = ObservationBlock(
            kpi: key.kpi, level: key.level, unit: unit, areas: areas, first: first, periodCount: periodCount,
            filledWith: Observation(absent: .missing))
        let cells = try ObservationRow.latestCells(ofBlock: block, upTo: run, in: database, of: store)
        for (row, area) in areas.enumerated() {
            for column in 0..<periodCount {
                guard let cell = cells[CellPlace(area: area, period: first.ordinal + column)] else {
                    throw store.unreadable("observation", "period")
                }
                result[row, column] = cell
            }
        }
        return result
    }
}
