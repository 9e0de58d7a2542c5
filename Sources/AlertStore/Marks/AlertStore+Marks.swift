public import Alerting
import Diagnostics
public import Foundation
import GRDB
public import Measures

extension AlertStore {
    /// Opens the store that is there to add marks or to remember deliveries, also beside a run that is at work: each is a short
    /// transaction of its own. A mark holds from the next run on.
    ///
    /// - Throws: `nothingStored` where there is no store; `runInProgress` where it is of an older Beacon and a run holds it.
    public static func openBesideRuns(stateFolder: String, at time: Date) throws(AlertStoreError) -> AlertStore {
        let reader = try AlertStore(reading: stateFolder)
        let path = reader.path
        reader.close()
        guard try !StoreSchema.isCurrent(path) else { return try AlertStore(stateFolder: stateFolder) }
        // Two that bring it up to date at once would get in each other's way.
        let lock = try RunLock(stateFolder: stateFolder, started: time)
        defer { withExtendedLifetime(lock) {} }
        return try AlertStore(stateFolder: stateFolder)
    }

    /// Adds a mark, and its entry in the audit chain. One that stands already, word for word, is left at that: whoever gives a command
    /// again after it was cut off has said a thing once.
    ///
    /// - Parameter opened: of an acknowledgement, when the alert was first told as it stands: an earlier one is of another episode.
    @discardableResult
    public func add(
        _ mark: NewMark, of opened: CalendarDate? = nil, at time: Date
    ) throws(AlertStoreError) -> (mark: AlertMark, isNew: Bool) {
        try write { database in
            let stored = RuleRenames(try ToldRows.renamings(in: database)).following(try allMarks(database))
            if let standing = stored.first(where: { mark.isSaid(by: $0, of: opened) }) { return (standing, false) }
            let id = try insert(
                MarkRow(
                    kind: mark.kind.rawValue, day: mark.day, until: mark.until, rule: mark.rule, area: mark.area,
                    group: mark.group, author: mark.author, words: mark.words, owner: mark.owner),
                at: time, in: database)
            let added = AlertMark(
                id: id, kind: mark.kind, rule: mark.rule, area: mark.area, group: mark.group, day: mark.day,
                until: mark.until, author: mark.author, words: mark.words, owner: mark.owner)
            return (added, true)
        }
    }

    /// Tells what came of an action.
    ///
    /// - Throws: `unknownMark` where there is no such action whose outcome is not told yet.
    public func tellOutcome(
        ofAction id: Int64, on day: CalendarDate, by author: String, _ words: String, at time: Date
    ) throws(AlertStoreError) {
        try write { database in
            guard let action = try allMarks(database).first(where: { $0.id == id }), action.kind == .action,
                action.outcome == nil, action.day <= day
            else { throw AlertStoreError(.unknownMark(Int(id))) }
            try insert(
                MarkRow(kind: MarkRow.outcome, day: day, target: id, author: author, words: words), at: time, in: database)
        }
    }

    /// Ends a silence or an acknowledgement before its day.
    ///
    /// - Throws: `unknownMark` where there is none that still could end.
    public func endMark(
        _ id: Int64, on day: CalendarDate, by author: String, because words: String?, at time: Date
    ) throws(AlertStoreError) {
        try write { database in
            let mark = try allMarks(database).first { $0.id == id }
            guard let mark, [.silence, .acknowledgement].contains(mark.kind), mark.end == nil, mark.day <= day,
                mark.until.map({ day <= $0 }) ?? true
            else {
                throw AlertStoreError(.unknownMark(Int(id)))
            }
            try insert(
                MarkRow(kind: MarkRow.end, day: day, target: id, author: author, words: words), at: time, in: database)
        }
    }

    /// Erases what a mark says, or who made it, for good. That it was erased, by whom and why is an entry of its own; the chain holds on.
    ///
    /// Copies that were made before still hold it. A mark that has no such part, or has it no more, is left as it is.
    ///
    /// - Returns: whether there was something to erase.
    /// - Throws: `unknownMark` where no such mark is stored; `stillInLog` where it is erased, and the database's log still holds it.
    @discardableResult
    public func erase(
        _ part: MarkPart, ofMark id: Int64, on day: CalendarDate, by author: String, because words: String, at time: Date
    ) throws(AlertStoreError) -> Bool {
        let isErased = try write { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT \(part.column) FROM mark WHERE id = ?", arguments: [id])
            guard let row else { throw AlertStoreError(.unknownMark(Int(id))) }
            guard let text = row[0] as Int64?, try Words.erase(text, in: database) else { return false }
            try insert(
                MarkRow(kind: MarkRow.erasure, day: day, target: id, part: part, author: author, words: words), at: time,
                in: database)
            return true
        }
        // The log still holds the page as it was.
        try emptyLog()
        return isErased
    }

    /// Every mark, oldest first, each with what ended it.
    ///
    /// - Parameter renames: one on a rule that goes on under another id by these is on that; by all that are stored where it is nil.
    public func marks(following renames: RuleRenames? = nil) throws(AlertStoreError) -> [AlertMark] {
        try read { database in
            try (renames ?? RuleRenames(ToldRows.renamings(in: database))).following(allMarks(database))
        }
    }

    func allMarks(_ database: Database) throws -> [AlertMark] {
        var marks: [AlertMark] = []
        for row in try MarkRow.all(in: database) {
            if let place = marks.firstIndex(where: { $0.id == row.target }) {
                if row.kind == MarkRow.end { marks[place].end = AlertMark.End(day: row.day, author: row.author) }
                if row.kind == MarkRow.outcome {
                    marks[place].outcome = AlertMark.Outcome(day: row.day, author: row.author, words: row.words)
                }
            }
            guard let id = row.id, let kind = AlertMark.Kind(rawValue: row.kind) else {
                guard [MarkRow.end, MarkRow.outcome, MarkRow.erasure].contains(row.kind) else {
                    throw unreadable("mark", "kind")
                }
                continue
            }
            marks.append(
                AlertMark(
                    id: id, kind: kind, rule: row.rule, area: row.area, group: row.group, day: row.day, until: row.until,
                    author: row.author, words: row.words, owner: row.owner))
        }
        return marks
    }

    @discardableResult
    private func insert(_ row: MarkRow, at time: Date, in database: Database) throws -> Int64 {
        let id = try row.insert(at: time, in: database)
        try AuditChain.append(.mark, id, in: database)
        return id
    }
}

/// A part of a mark that can be erased.
public enum MarkPart: String, Sendable, Hashable, CaseIterable {
    case author, words
    /// Of an action, who is to do it.
    case owner

    var column: String { rawValue }
}
