import Diagnostics
import Foundation
import GRDB

extension AlertStore {
    /// How far the chain has come; nil where nothing is stored.
    public func auditHead() throws(AlertStoreError) -> AuditHead? {
        try read(AuditChain.head)
    }

    /// Whether the chain went through a head, as far as the head itself tells.
    public func holds(_ head: AuditHead) throws(AlertStoreError) -> Bool {
        try read { database in
            try Data.fetchOne(database, sql: "SELECT digest FROM chain WHERE place = ?", arguments: [head.place])
                == head.digest
        }
    }

    /// Goes through the whole chain: each entry against the rows that it stands for, and against the entry before it.
    ///
    /// A change to a run's record or transitions, to a mark or to a pruning is found, whether a row was edited, deleted, put in, or moved; and
    /// one to a run's verdicts, names, texts, notices and the digests of its figures, of runs after the last pruning; and one to what
    /// readers know.
    /// That the last entries were cut off, or the whole chain was made anew after a change, shows only by a head that was kept elsewhere.
    ///
    /// - Parameter heads: those that were kept.
    /// - Returns: all that is wrong, in the order of the chain; nothing where all of it is as it was told.
    public func verifyAudit(against heads: [AuditHead] = []) throws(AlertStoreError) -> [StoreFinding] {
        try read { database in
            let entries = try Row.fetchAll(database, sql: "SELECT \(AuditEntry.columns) FROM chain ORDER BY place")
                .map(AuditEntry.init)
            return try linkFindings(entries, database) + strays(database) + contentFindings(database)
                + wordFindings(database) + headFindings(heads, entries)
        }
    }

    private func linkFindings(_ entries: [AuditEntry], _ database: Database) throws -> [StoreFinding] {
        var findings: [StoreFinding] = []
        var previous = AuditEntry.origin
        var expected = 1
        for entry in entries {
            let name = Self.name(entry)
            if entry.place != expected {
                findings.append(
                    StoreFinding(
                        name,
                        "\(entry.place - expected == 1 ? "entry" : "entries") \(Self.range(expected, entry.place - 1)) before it \(entry.place - expected == 1 ? "is" : "are") gone"
                    ))
            }
            expected = entry.place + 1
            let content = try AuditKind(rawValue: entry.kind).flatMap {
                try AuditContent.digest(of: $0, entry.subject, in: database)
            }
            if content == nil {
                findings.append(StoreFinding(name, "the \(entry.kind) \(entry.subject) is gone"))
            } else if content != entry.content {
                findings.append(StoreFinding(name, "the \(entry.kind) \(entry.subject) is not as it was stored"))
            }
            let digest = AuditEntry.digest(
                after: previous, place: entry.place, kind: entry.kind, subject: entry.subject, content: entry.content)
            if digest != entry.digest { findings.append(StoreFinding(name, "it does not follow from the entry before it")) }
            previous = entry.digest
        }
        return findings
    }

    private static func name(_ entry: AuditEntry) -> String { "entry \(entry.place) (\(entry.kind) \(entry.subject))" }

    private static func range(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first) to \(last)" }

    /// Rows that no entry stands for.
    private func strays(_ database: Database) throws -> [StoreFinding] {
        try AuditKind.allCases.flatMap { kind in
            try Int64.fetchAll(
                database,
                sql: "SELECT id FROM \(kind.table) WHERE id NOT IN (SELECT subject FROM chain WHERE kind = ?) ORDER BY id",
                arguments: [kind.rawValue]
            ).map { StoreFinding("\(kind.rawValue) \($0)", "no entry of the chain stands for it") }
        }
    }

    /// Runs of which something beside the transitions was changed, and what readers know by them all.
    private func contentFindings(_ database: Database) throws -> [StoreFinding] {
        let runs = try RunContent.changed(in: database).map {
            StoreFinding("run \($0)", "its figures, verdicts, names, texts or notices are not those that were stored")
        }
        guard let told = try ToldContent.kept(in: database), try told != ToldContent.digest(in: database) else {
            return runs
        }
        let place = "told_alert, told_line, renamed_rule"
        return runs + [StoreFinding(place, "what readers know by the notices is not what was stored")]
    }

    /// Free text that is not that of its digest, and text that is gone without an erasure.
    private func wordFindings(_ database: Database) throws -> [StoreFinding] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT mark.id, 'author', words.digest, salt, text FROM mark JOIN words ON words.id = mark.author
                UNION ALL
                SELECT mark.id, 'words', words.digest, salt, text FROM mark JOIN words ON words.id = mark.words
                UNION ALL
                SELECT mark.id, 'owner', words.digest, salt, text FROM mark JOIN words ON words.id = mark.owner
                ORDER BY 1, 2
                """)
        return try rows.compactMap { row in
            let (mark, part): (Int64, String) = (row[0], row[1])
            let name = part == MarkPart.words.rawValue ? "text" : part
            guard let salt = row[3] as Data?, let text = row[4] as String? else {
                let isErased = try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM mark WHERE kind = 'erasure' AND target = ? AND part = ?)",
                    arguments: [mark, part])
                return isErased == true ? nil : StoreFinding("mark \(mark)", "its \(name) was erased by nobody")
            }
            return Words.digest(of: text, salt: salt) == row[2]
                ? nil : StoreFinding("mark \(mark)", "its \(name) is not what was written")
        }
    }

    private func headFindings(_ heads: [AuditHead], _ entries: [AuditEntry]) -> [StoreFinding] {
        let digests = Dictionary(entries.map { ($0.place, $0.digest) }, uniquingKeysWith: { first, _ in first })
        let last = entries.last?.place ?? 0
        return heads.compactMap { head in
            if head.place > last {
                return StoreFinding("entry \(head.place)", "it was kept as the head, and the chain ends at \(last)")
            }
            return digests[head.place] == head.digest
                ? nil : StoreFinding("entry \(head.place)", "it is not the head that was kept")
        }
    }
}
