import Foundation
import GRDB

/// What the audit chain is made of: the rows that were added to the store, each by its kind and id.
enum AuditKind: String, CaseIterable {
    case run, mark, pruning, dropping

    /// The table that holds the rows.
    var table: String { rawValue }
}

/// One link of the chain.
struct AuditEntry {
    var place: Int
    var kind: String
    var subject: Int64
    var content: Data
    var digest: Data

    init(_ row: Row) {
        place = row[0]
        kind = row[1]
        subject = row[2]
        content = row[3]
        digest = row[4]
    }

    static let columns = "place, kind, subject, content, digest"

    /// The digest over an entry and, by that of the one before, over all before it.
    static func digest(after previous: Data, place: Int, kind: String, subject: Int64, content: Data) -> Data {
        var bytes = ContentBytes(reserving: 128)
        bytes.append(previous)
        bytes.append(place)
        bytes.append(kind)
        bytes.append(Int(subject))
        bytes.append(content)
        return bytes.digest
    }

    /// That before the first entry.
    static let origin = Data(repeating: 0, count: 32)
}
