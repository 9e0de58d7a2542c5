import Diagnostics
public import Foundation
import GRDB
public import Measures

extension AlertStore {
    /// Takes out what later runs had replaced before a day: older versions of figures, replaced verdicts, and notices that have gone
    /// out. What is known now stays, and so does all that was known on any day from `day` on; so no verdict, window or alert is
    /// touched. Runs, transitions, marks and the audit chain are never taken out.
    ///
    /// - Parameter isTrial: whether it is only told what would go.
    @discardableResult
    public func prune(keepingFrom day: CalendarDate, at time: Date, isTrial: Bool = false) throws(AlertStoreError) -> Pruning
    {
        let pruning = try write { database in
            var pruning = Pruning(keptFrom: day)
            guard let horizon = try horizon(before: day, database) else { return pruning }
            try database.inSavepoint {
                pruning.observations = try removeObservations(upTo: horizon, database)
                pruning.editions = try remove(Self.replacedEditions, horizon, database)
                _ = try remove(Self.replacedStretches, horizon, database)
                pruning.verdictColumns = try remove(Self.replacedVerdicts, horizon, database)
                pruning.notices = try removeNotices(before: horizon, database)
                try database.execute(sql: Self.unusedAreaLists)
                if !pruning.isEmpty, !isTrial {
                    try database.execute(
                        sql: "INSERT INTO pruning (at, first_kept, removed) VALUES (?, ?, ?)",
                        arguments: [time.timeIntervalSince1970, horizon, try StoredJSON.text(pruning.removed)])
                    try AuditChain.append(.pruning, database.lastInsertedRowID, in: database)
                }
                return isTrial ? .rollback : .commit
            }
            return pruning
        }
        if !pruning.isEmpty, !isTrial {
            // Pages that are free still hold what was in them.
            try AlertStoreError.telling(path) {
                try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
            }
            try emptyLog()
        }
        return pruning
    }

    /// The first run that stays whole: the last one before the day, and before the date of the last run, which may be repeated.
    private func horizon(before day: CalendarDate, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database, sql: "SELECT max(id) FROM run WHERE as_of < ? AND as_of < (SELECT max(as_of) FROM run)",
            arguments: [day.daysSince1970])
    }

    private static let replacedEditions = """
        DELETE FROM edition WHERE run < (SELECT max(run) FROM edition AS later WHERE later.block = edition.block AND later.run <= ?)
        """
    private static let replacedStretches = """
        DELETE FROM stretch WHERE run < (
            SELECT max(run) FROM stretch AS later
            WHERE later.block = stretch.block AND later.place = stretch.place AND later.run <= ?)
        """
    private static let replacedVerdicts = "DELETE FROM verdict WHERE until_run <= ?"
    private static let unusedAreaLists = """
        DELETE FROM area_list WHERE id NOT IN (SELECT areas FROM edition UNION SELECT areas FROM verdict)
        """

    private func remove(_ statement: String, _ horizon: Int64, _ database: Database) throws -> Int {
        try database.execute(sql: statement, arguments: [horizon])
        return database.changesCount
    }

    private func removeNotices(before horizon: Int64, _ database: Database) throws -> Int {
        let gone = """
            SELECT key FROM notice WHERE run < ?
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.notice = notice.key AND delivered IS NULL)
            """
        let entries = "SELECT id FROM outbox WHERE notice IN (\(gone))"
        try database.execute(sql: "DELETE FROM failed_attempt WHERE outbox IN (\(entries))", arguments: [horizon])
        let keys = try String.fetchAll(database, sql: gone, arguments: [horizon])
        for key in keys {
            try database.execute(sql: "DELETE FROM outbox WHERE notice = ?", arguments: [key])
            try database.execute(sql: "DELETE FROM notice WHERE key = ?", arguments: [key])
        }
        return keys.count
    }

    private func removeObservations(upTo horizon: Int64, _ database: Database) throws -> Int {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT block, area, period, run, state, value FROM observation WHERE run <= ? ORDER BY block, area, period, run
                """,
            arguments: [horizon])
        var replaced: [StatementArguments] = []
        var cell = CellVersions()
        func finish() {
            for run in cell.replaced { replaced.append([cell.block, cell.area, cell.period, run]) }
        }
        while let row = try rows.next() {
            if !cell.isOf(row) {
                finish()
                cell = CellVersions(row)
            }
            cell.add(row)
        }
        finish()
        let delete = try database.makeStatement(
            sql: "DELETE FROM observation WHERE block = ? AND area = ? AND period = ? AND run = ?")
        for arguments in replaced { try delete.execute(arguments: arguments) }
        return replaced.count
    }
}

/// The versions of one figure up to a run, oldest first.
private struct CellVersions {
    private(set) var block: Int64 = 0
    private(set) var area = ""
    private(set) var period: Int64 = 0
    private var runs: [Int64] = []
    private var isFailure: [Bool] = []
    private var values: [Double?] = []

    init() {}

    init(_ row: Row) {
        block = row[0]
        area = row[1]
        period = row[2]
    }

    func isOf(_ row: Row) -> Bool { block == row[0] as Int64 && area == row[1] as String && period == row[2] as Int64 }

    mutating func add(_ row: Row) {
        runs.append(row[3])
        isFailure.append(row[4] as UInt8? == Observation.State.moduleFailed.rawValue)
        values.append(row[5])
    }

    /// The runs whose version is needed by nothing: not as the last one, nor by what a later figure is held against (`ToldFigure`),
    /// which is the last value told, since when it was, and whether the figure was missing before the module failed.
    var replaced: [Int64] {
        guard runs.count > 1 else { return [] }
        var kept: Set<Int> = [runs.count - 1]
        if let told = isFailure.lastIndex(of: false) { kept.insert(told) }
        if var since = values.lastIndex(where: { $0 != nil }) {
            kept.insert(since)
            for earlier in values[..<since].indices.reversed() {
                guard let value = values[earlier] else { continue }
                guard value == values[since] else { break }
                since = earlier
            }
            kept.insert(since)
        }
        return runs.indices.filter { !kept.contains($0) }.map { runs[$0] }
    }
}
