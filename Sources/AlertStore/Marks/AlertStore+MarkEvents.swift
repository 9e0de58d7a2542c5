import Alerting
import Diagnostics
import GRDB
import Measures

extension AlertStore {
    /// All that people did with marks, in the order in which they did.
    public func markEvents() throws(AlertStoreError) -> [MarkEvent] {
        try read { database in
            let all = RuleRenames(try ToldRows.renamings(in: database)).following(try allMarks(database))
            let marks = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let places = try Self.places(of: .mark, database)
            let rows = try MarkRow.all(in: database)
            let targets = Dictionary(
                rows.compactMap { row in row.id.map { ($0, row.target ?? $0) } }, uniquingKeysWith: { first, _ in first })
            return try rows.map { row in
                let what = try what(row)
                // An erasure may be of what ended a mark, or of an outcome.
                guard let id = row.id, let target = targets[id], let mark = marks[targets[target] ?? target] else { throw unreadable("mark", "target") }
                return MarkEvent(
                    id: id, what: what, place: places[id] ?? .max, day: row.day, author: row.author, words: row.words,
                    mark: mark)
            }
        }
    }

    /// The places of the runs in the audit chain.
    public func runPlaces() throws(AlertStoreError) -> [RunID: Int] {
        try read { database in
            Dictionary(
                uniqueKeysWithValues: try Self.places(of: .run, database).map { (RunID(rawValue: $0), $1) })
        }
    }

    private static func places(of kind: AuditKind, _ database: Database) throws -> [Int64: Int] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT subject, place FROM chain WHERE kind = ?", arguments: [kind.rawValue])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    private func what(_ row: MarkRow) throws -> MarkEvent.What {
        if let kind = AlertMark.Kind(rawValue: row.kind) { return .made(kind) }
        guard let target = row.target else { throw unreadable("mark", "target") }
        if row.kind == MarkRow.end { return .ended(target) }
        if row.kind == MarkRow.outcome { return .answered(target) }
        guard row.kind == MarkRow.erasure, let part = row.part else { throw unreadable("mark", "kind") }
        return .erased(part, of: target)
    }
}
