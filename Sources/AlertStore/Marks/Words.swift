import Foundation
import GRDB

/// Free text that people wrote, which can be erased: the chain holds a digest of it with a salt, so that a short text, as a name, can't be
/// guessed from what is left.
enum Words {
    static func add(_ text: String, in database: Database) throws -> Int64 {
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        try database.execute(
            sql: "INSERT INTO words (digest, salt, text) VALUES (?, ?, ?)",
            arguments: [digest(of: text, salt: salt), salt, text])
        return database.lastInsertedRowID
    }

    static func digest(of text: String, salt: Data) -> Data {
        var bytes = ContentBytes(reserving: 64 + text.utf8.count)
        bytes.append(salt)
        bytes.append(text)
        return bytes.digest
    }

    /// - Returns: whether there was a text.
    static func erase(_ id: Int64, in database: Database) throws -> Bool {
        try database.execute(
            sql: "UPDATE words SET salt = NULL, text = NULL WHERE id = ? AND text IS NOT NULL", arguments: [id])
        return database.changesCount > 0
    }
}
