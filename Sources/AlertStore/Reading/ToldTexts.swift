import Definitions
import Diagnostics
import GRDB
import Measures

/// What KPIs and rules said, run by run.
enum ToldTexts {
    struct Version {
        var name: DefinitionText.Name
        var priority: String
        var run: Int64
        var asOf: CalendarDate
        /// Nil where the definition is gone.
        var entries: [String: String]?
    }

    /// Every version, by run, then by kind and id.
    static func versions(in database: Database, of store: AlertStore) throws -> [Version] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT kind, told_text.id, priority, run, as_of, text FROM told_text JOIN run ON run.id = run
                ORDER BY run, kind, told_text.id
                """)
        var versions: [Version] = []
        while let row = try rows.next() {
            guard let kind = DefinitionText.Kind(rawValue: row[0]) else { throw store.unreadable("told_text", "kind") }
            var entries: [String: String]?
            if let text = row[5] as String? {
                guard let read = StoredJSON.value([String: String].self, from: text) else {
                    throw store.unreadable("told_text", "text")
                }
                entries = read
            }
            versions.append(
                Version(
                    name: DefinitionText.Name(kind, row[1]), priority: row[2], run: row[3],
                    asOf: CalendarDate(daysSince1970: row[4]), entries: entries))
        }
        return versions
    }
}
