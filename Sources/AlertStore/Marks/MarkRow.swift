import Foundation
import GRDB
import Measures

/// A mark, or the end, outcome or erasure of one, as a row.
struct MarkRow {
    var id: Int64?
    var kind: String
    var day: CalendarDate
    var until: CalendarDate?
    var rule: String?
    var area: AreaCode?
    var group: String?
    var target: Int64?
    var part: MarkPart?
    /// Nil where it was erased.
    var author: String?
    var words: String?
    var owner: String?

    /// The kinds of rows that are about another mark.
    static let end = "end"
    static let outcome = "outcome"
    static let erasure = "erasure"

    func insert(at time: Date, in database: Database) throws -> Int64 {
        let author = try Words.add(author ?? "", in: database)
        let words = try words.map { try Words.add($0, in: database) }
        let owner = try owner.map { try Words.add($0, in: database) }
        try database.execute(
            sql: """
                INSERT INTO mark (kind, at, day, until, rule, area, body, target, part, author, words, owner)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                kind, time.timeIntervalSince1970, day.daysSince1970, until?.daysSince1970, rule, area?.rawValue, group,
                target, part?.rawValue, author, words, owner,
            ])
        return database.lastInsertedRowID
    }

    /// In the order in which they were added.
    static func all(in database: Database) throws -> [MarkRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT mark.id, kind, day, until, rule, area, body, target, part, author.text, words.text,
                    owner.text
                FROM mark JOIN words AS author ON author.id = author LEFT JOIN words ON words.id = mark.words
                    LEFT JOIN words AS owner ON owner.id = mark.owner
                ORDER BY mark.id
                """
        ).map { row in
            MarkRow(
                id: row[0], kind: row[1], day: CalendarDate(daysSince1970: row[2]),
                until: (row[3] as Int?).map { CalendarDate(daysSince1970: $0) }, rule: row[4],
                area: (row[5] as String?).map { AreaCode($0) }, group: row[6], target: row[7],
                part: (row[8] as String?).flatMap(MarkPart.init), author: row[9], words: row[10], owner: row[11])
        }
    }
}
