import Foundation
import GRDB

/// The digest of a stretch of a block, as a row.
enum StretchRow {
    /// The digests of a block's stretches up to and with a run, by their number.
    static func latest(ofBlock block: Int64, upTo run: Int64 = .max, in database: Database) throws -> [Int: Data] {
        // SQLite takes the digest from the row that holds the greatest run.
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT place, digest, max(run) FROM stretch WHERE block = ? AND run <= ? GROUP BY place"),
            arguments: [block, run])
        var digests: [Int: Data] = [:]
        while let row = try rows.next() { digests[row[0]] = row[1] }
        return digests
    }

    /// Adds those that changed.
    static func write(
        _ digests: [Int: Data], ofBlock block: Int64, knowing known: [Int: Data], run: Int64, in database: Database
    ) throws {
        let insert = try database.cachedStatement(sql: "INSERT INTO stretch (block, place, run, digest) VALUES (?, ?, ?, ?)")
        for (place, digest) in digests.sorted(by: { $0.key < $1.key }) where known[place] != digest {
            try insert.execute(arguments: [block, place, run, digest])
        }
    }
}
