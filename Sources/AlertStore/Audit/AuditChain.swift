import Foundation
import GRDB

/// The chain of digests over runs, marks, prunings and droppings, each entry in the transaction of what it stands for.
enum AuditChain {
    static func head(in database: Database) throws -> AuditHead? {
        try Row.fetchOne(database, sql: "SELECT \(AuditEntry.columns) FROM chain ORDER BY place DESC LIMIT 1")
            .map(AuditEntry.init).map { AuditHead(place: $0.place, digest: $0.digest) }
    }

    static func append(_ kind: AuditKind, _ subject: Int64, in database: Database) throws {
        guard let content = try AuditContent.digest(of: kind, subject, in: database) else { return }
        let last = try head(in: database)
        let place = (last?.place ?? 0) + 1
        let digest = AuditEntry.digest(
            after: last?.digest ?? AuditEntry.origin, place: place, kind: kind.rawValue, subject: subject, content: content)
        try database.execute(
            sql: "INSERT INTO chain (\(AuditEntry.columns)) VALUES (?, ?, ?, ?, ?)",
            arguments: [place, kind.rawValue, subject, content, digest])
    }

    /// Takes up what was there before the chain: as it stands, since nothing tells what it was.
    static func takeUpEarlierRows(in database: Database) throws {
        for kind in [AuditKind.run, .pruning] {
            for subject in try Int64.fetchAll(database, sql: "SELECT id FROM \(kind.table) ORDER BY id") {
                try append(kind, subject, in: database)
            }
        }
    }
}
