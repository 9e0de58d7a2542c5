import Foundation
import GRDB

/// The digest of all that an entry of the chain stands for, from the rows as they are. Of free text it takes the digest that stands
/// beside the text, so that the text may be erased.
enum AuditContent {
    /// Nil where the row is not there.
    static func digest(of kind: AuditKind, _ subject: Int64, in database: Database) throws -> Data? {
        let statement =
            switch kind {
            case .run:
                """
                SELECT id, as_of, started, finished, counts, versions, input_fingerprint, definitions_fingerprint
                FROM run WHERE id = ?
                """
            case .mark:
                """
                SELECT mark.id, kind, at, day, until, rule, area, body, target, part, author.digest, words.digest
                FROM mark JOIN words AS author ON author.id = author LEFT JOIN words ON words.id = mark.words WHERE mark.id = ?
                """
            case .pruning: "SELECT id, at, first_kept, removed FROM pruning WHERE id = ?"
            case .dropping: "SELECT id, at, channel, notices, told FROM dropping WHERE id = ?"
            }
        guard let row = try Row.fetchOne(database.cachedStatement(sql: statement), arguments: [subject]) else { return nil }
        var bytes = ContentBytes(reserving: 512)
        bytes.append(row)
        if kind == .mark, let owner = try owner(of: subject, in: database) { bytes.append(owner) }
        if kind == .run {
            try appendTransitions(of: subject, to: &bytes, in: database)
            for digest in try RunContent.kept(of: subject, in: database) { bytes.append(digest) }
        }
        return bytes.digest
    }

    /// The digest of an action's owner. By itself, so that marks of stores from before there were actions keep their digests.
    private static func owner(of mark: Int64, in database: Database) throws -> Data? {
        try Data.fetchOne(
            database, sql: "SELECT digest FROM words JOIN mark ON words.id = mark.owner WHERE mark.id = ?", arguments: [mark])
    }

    private static func appendTransitions(of run: Int64, to bytes: inout ContentBytes, in database: Database) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT transition.id, rule, area, grain, period, state, meaning.text
                    FROM transition JOIN meaning ON meaning.id = meaning WHERE run = ? ORDER BY transition.id
                    """),
            arguments: [run])
        while let row = try rows.next() { bytes.append(row) }
    }
}

extension ContentBytes {
    /// Every row of a question, and that there it ends.
    mutating func append(rowsOf statement: String, _ arguments: StatementArguments = [], in database: Database) throws {
        let rows = try Row.fetchCursor(database.cachedStatement(sql: statement), arguments: arguments)
        while let row = try rows.next() { append(row) }
        append("end")
    }

    /// Every value of a row, each with its type, so that no two rows give the same bytes.
    mutating func append(_ row: Row) {
        append(row.count)
        for value in row.databaseValues {
            switch value.storage {
            case .null: append("null")
            case .int64(let number):
                append("whole")
                append(Int(number))
            case .double(let number):
                append("number")
                append(Int(bitPattern: UInt(number.bitPattern)))
            case .string(let text):
                append("text")
                append(text)
            case .blob(let data):
                append("bytes")
                append(data)
            }
        }
    }
}
