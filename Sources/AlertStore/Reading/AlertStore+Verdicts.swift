import Diagnostics
import Foundation
import GRDB
public import Measures

extension AlertStore {
    /// The verdicts of a rule at a level, as they stood after a run; nil where the run told none.
    ///
    /// - Throws: `unknownRun` where no such run is stored, `pruned` where it lies before what is kept.
    public func verdicts(of rule: String, at level: AreaLevel, after run: RunID) throws(AlertStoreError) -> VerdictColumn? {
        try read { database in
            try requireKept(run, in: database)
            return try Row.fetchOne(
                database,
                sql: Self.standing + " AND rule = ? AND level = ?",
                arguments: [run.rawValue, run.rawValue, rule, level.rawValue]
            ).map(column)
        }
    }

    /// The verdicts of all rules, as they stood after a run, by rule and level.
    ///
    /// - Throws: `unknownRun` where no such run is stored, `pruned` where it lies before what is kept.
    public func verdicts(after run: RunID) throws(AlertStoreError) -> [VerdictColumn] {
        try read { database in
            try requireKept(run, in: database)
            return try Row.fetchAll(
                database, sql: Self.standing + " ORDER BY rule, level", arguments: [run.rawValue, run.rawValue]
            ).map(column)
        }
    }

    private static let standing = """
        SELECT rule, level, area_list.codes, grain, first_period, period_count, verdict.codes
        FROM verdict JOIN area_list ON area_list.id = verdict.areas
        WHERE run <= ? AND ifnull(until_run, 9223372036854775807) > ?
        """

    /// The column in a row of rule, level, areas, grain, first period, count and codes.
    func column(_ row: Row) throws -> VerdictColumn {
        guard let areas = StoredJSON.areas(from: row[2]) else { throw unreadable("area_list", "codes") }
        guard let grain = Grain(rawValue: row[3]) else { throw unreadable("verdict", "grain") }
        let codes = [UInt8](row[6] as Data)
        let periodCount: Int = row[5]
        guard codes.count == areas.count * periodCount else { throw unreadable("verdict", "codes") }
        return VerdictColumn(
            rule: row[0], level: AreaLevel(row[1] as String), areas: areas, first: Period(grain: grain, ordinal: row[4]),
            periodCount: periodCount, codes: codes)
    }
}
