import Alerting
import Diagnostics
public import Foundation
import GRDB
import Measures

extension AlertStore {
    /// What earlier runs left behind.
    public func memory() throws(AlertStoreError) -> Memory {
        try read { database in
            Memory(
                transitions: try steps(database).map {
                    RecordedTransition($0.transition, asOf: $0.asOf, run: $0.run.rawValue)
                },
                toldAlerts: try ToldRows.alerts(in: database, of: self), toldLines: try ToldRows.lines(in: database),
                renamings: try ToldRows.renamings(in: database),
                lastCommitted: try lastRun(database),
                lastPublished: try run(database, "WHERE id = (SELECT max(run) FROM publication)"),
                lastDelivered: try run(
                    database,
                    """
                    WHERE id < ifnull((SELECT min(notice.run) FROM outbox JOIN notice ON notice.key = outbox.notice
                        WHERE outbox.delivered IS NULL), 9223372036854775807)
                    ORDER BY id DESC LIMIT 1
                    """),
                waitingNotices: try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM outbox WHERE delivered IS NULL") ?? 0)
        }
    }

    /// All stored runs, oldest first.
    public func runs() throws(AlertStoreError) -> [StoredRun] {
        try read(allRuns)
    }

    func allRuns(_ database: Database) throws -> [StoredRun] {
        try Row.fetchAll(database, sql: "SELECT \(Self.runColumns) FROM run ORDER BY id").map(storedRun)
    }

    /// Remembers that a run's lists were published. Said twice, the first time stands.
    ///
    /// - Throws: `unknownRun` where no such run is stored.
    public func markPublished(_ run: RunID, at time: Date) throws(AlertStoreError) {
        try write { database in
            try requireRun(run, in: database)
            try database.execute(
                sql: "INSERT OR IGNORE INTO publication (run, at) VALUES (?, ?)",
                arguments: [run.rawValue, time.timeIntervalSince1970])
        }
    }

    /// The runs whose lists stood where readers look.
    public func publishedRuns() throws(AlertStoreError) -> Set<RunID> {
        try read { database in
            Set(try Int64.fetchAll(database, sql: "SELECT run FROM publication").map(RunID.init(rawValue:)))
        }
    }

    func lastRun(_ database: Database) throws -> StoredRun? {
        try run(database, "ORDER BY id DESC LIMIT 1")
    }

    private static let runColumns =
        "id, as_of, started, finished, counts, versions, input_fingerprint, definitions_fingerprint"

    private func run(_ database: Database, _ choice: String) throws -> StoredRun? {
        try Row.fetchOne(database.cachedStatement(sql: "SELECT \(Self.runColumns) FROM run \(choice)")).map(storedRun)
    }

    private func storedRun(_ row: Row) throws -> StoredRun {
        guard let counts = StoredJSON.value([String: Int].self, from: row[4]) else { throw unreadable("run", "counts") }
        guard let versions = StoredJSON.value([String: String].self, from: row[5]) else {
            throw unreadable("run", "versions")
        }
        return StoredRun(
            id: RunID(rawValue: row[0]), asOf: CalendarDate(daysSince1970: row[1]),
            started: Date(timeIntervalSince1970: row[2]), finished: Date(timeIntervalSince1970: row[3]), counts: counts,
            versions: versions, inputFingerprint: row[6], definitionsFingerprint: row[7])
    }
}
