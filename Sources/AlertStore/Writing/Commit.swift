import Foundation
import GRDB
import Measures

/// One run on its way into the store, within one transaction.
struct Commit {
    let record: RunRecord
    let database: Database
    let store: AlertStore
    var receipt = CommitReceipt(run: RunID(rawValue: 0), isNew: false)
    /// Whether what readers know is no longer as it was.
    var isTelling = false
    private let last: StoredRun?
    private var run: RunID?
    private var areaLists: [[AreaCode]: Int64] = [:]

    init(_ record: RunRecord, after last: StoredRun?, in database: Database, of store: AlertStore) {
        self.record = record
        self.last = last
        self.database = database
        self.store = store
    }

    /// The run that the rows are of. Its row is made with the first of them, so that a record without news makes none.
    mutating func runID() throws -> Int64 {
        if let run { return run.rawValue }
        try database.execute(
            sql: """
                INSERT INTO run (as_of, started, finished, counts, versions, input_fingerprint, definitions_fingerprint)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.asOf.daysSince1970, record.started.timeIntervalSince1970, record.finished.timeIntervalSince1970,
                try StoredJSON.text(record.counts), try StoredJSON.text(record.versions), record.inputFingerprint,
                record.definitionsFingerprint,
            ])
        let id = database.lastInsertedRowID
        run = RunID(rawValue: id)
        return id
    }

    mutating func finish() throws -> CommitReceipt {
        if run == nil, let last, isSame(as: last) {
            receipt.run = last.id
            receipt.isNew = false
        } else {
            receipt.run = RunID(rawValue: try runID())
            receipt.isNew = true
        }
        return receipt
    }

    private func isSame(as last: StoredRun) -> Bool {
        last.asOf == record.asOf && last.counts == record.counts && last.versions == record.versions
            && last.inputFingerprint == record.inputFingerprint
            && last.definitionsFingerprint == record.definitionsFingerprint
    }

    /// The row of a list of areas, made where it is new.
    mutating func areaList(_ areas: [AreaCode]) throws -> Int64 {
        if let known = areaLists[areas] { return known }
        let codes = try StoredJSON.text(areas)
        let id = try kept(codes, in: "area_list", column: "codes")
        areaLists[areas] = id
        return id
    }

    /// The row of a text in a table that keeps each text once.
    func kept(_ text: String, in table: String, column: String) throws -> Int64 {
        let place = try database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
        if let known = try Int64.fetchOne(place, arguments: [text]) { return known }
        try database.execute(sql: "INSERT INTO \(table) (\(column)) VALUES (?)", arguments: [text])
        return database.lastInsertedRowID
    }
}
