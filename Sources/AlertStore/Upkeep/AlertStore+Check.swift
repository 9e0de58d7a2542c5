import Alerting
import Definitions
import Diagnostics
import GRDB
import Measures
import RuleLanguage

extension AlertStore {
    /// Reads the whole store: the file's pages and indexes, its references, and every value that is packed or written as a text.
    /// Blocks and columns are held against the digests that were stored with them.
    ///
    /// - Returns: all that is wrong, nothing where the store is whole.
    public func check() -> [StoreFinding] {
        let parts: [(String, (Database) throws -> [StoreFinding])] = [
            ("the file", pages), ("references", references), ("run", runRows), ("transition", transitionRows),
            ("told_rule", nameRows), ("told_text", textRows), ("told_alert", toldRows), ("mark", markRows), ("notice", noticeRows),
            ("verdict", verdictRows), ("observation", blocks), ("observation", cellCounts), ("chain", chainRows),
        ]
        return parts.flatMap { place, check -> [StoreFinding] in
            do throws(AlertStoreError) {
                return try read(check)
            } catch {
                return [StoreFinding(place, error.words)]
            }
        }
    }

    private func pages(_ database: Database) throws -> [StoreFinding] {
        try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map {
            StoreFinding("the file", $0)
        }
    }

    private func references(_ database: Database) throws -> [StoreFinding] {
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
            StoreFinding(
                "references", "a row of \(row[0] as String) refers to a row of \(row[2] as String) that is not there")
        }
    }

    private func runRows(_ database: Database) throws -> [StoreFinding] {
        var findings: [StoreFinding] = []
        var last: CalendarDate?
        for run in try allRuns(database) {
            if let last, run.asOf < last {
                findings.append(StoreFinding("run", "run \(run.id) lies before the one before it"))
            }
            last = run.asOf
        }
        return findings
    }

    /// Whether the chain is there, with an entry for each run. What the entries say is for `verifyAudit`.
    private func chainRows(_ database: Database) throws -> [StoreFinding] {
        guard try database.tableExists("chain") else { return [StoreFinding("chain", "the audit chain is gone")] }
        let missing = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM run WHERE id NOT IN (SELECT subject FROM chain WHERE kind = ?)",
            arguments: [AuditKind.run.rawValue])
        guard let missing, missing > 0 else { return [] }
        return [StoreFinding("chain", "no entry of the audit chain stands for \(missing) of the runs")]
    }

    private func transitionRows(_ database: Database) throws -> [StoreFinding] {
        _ = try steps(database)
        return []
    }

    private func nameRows(_ database: Database) throws -> [StoreFinding] {
        _ = try ToldNames.rules(in: database, of: self)
        return []
    }

    private func textRows(_ database: Database) throws -> [StoreFinding] {
        _ = try ToldTexts.versions(in: database, of: self)
        return []
    }

    /// What readers know: rows that a run could not read, or that stand for another alert than they tell of.
    private func toldRows(_ database: Database) throws -> [StoreFinding] {
        _ = try (ToldRows.lines(in: database), ToldRows.renamings(in: database))
        let rows = try Row.fetchCursor(database, sql: "SELECT reader, rule, area, item FROM told_alert")
        var findings: [StoreFinding] = []
        while let row = try rows.next() {
            let name = "what \(row[0] as String) was told of \(row[1] as String) for \(row[2] as String)"
            guard let item = StoredJSON.value(Notice.Item.self, from: row[3]) else {
                findings.append(StoreFinding("told_alert", "\(name) cannot be read"))
                continue
            }
            if item.rule != row[1] as String || item.area.rawValue != row[2] as String {
                findings.append(StoreFinding("told_alert", "\(name) tells of another alert"))
            }
        }
        return findings
    }

    private func markRows(_ database: Database) throws -> [StoreFinding] {
        _ = try allMarks(database)
        return []
    }

    private func noticeRows(_ database: Database) throws -> [StoreFinding] {
        let rows = try Row.fetchAll(database, sql: "SELECT key, content FROM notice ORDER BY key")
        return rows.compactMap { row in
            guard let notice = StoredJSON.value(Notice.self, from: row[1]) else {
                return StoreFinding("notice", "the notice \(row[0] as String) cannot be read")
            }
            return notice.key == row[0] ? nil : StoreFinding("notice", "the notice \(row[0] as String) holds another's key")
        }
    }

    private func verdictRows(_ database: Database) throws -> [StoreFinding] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT rule, level, area_list.codes, grain, first_period, period_count, verdict.codes, digest, run
                FROM verdict JOIN area_list ON area_list.id = verdict.areas ORDER BY verdict.id
                """)
        var findings: [StoreFinding] = []
        while let row = try rows.next() {
            let name = "the verdicts of \(row[0] as String) by \(row[1] as String) since run \(row[8] as Int64)"
            do {
                let column = try column(row)
                if column.digest != row[7] {
                    findings.append(StoreFinding("verdict", "\(name) are not those that were stored"))
                } else if column.codes.contains(where: { Verdict(code: $0) == nil }) {
                    findings.append(StoreFinding("verdict", "\(name) hold a code that means nothing"))
                }
            } catch let error as AlertStoreError { findings.append(StoreFinding("verdict", "\(name): \(error.words)")) }
        }
        return findings
    }
}
