import Definitions
import GRDB

extension Commit {
    /// Adds what KPIs and rules say, where it is otherwise than before, and which of them are gone.
    mutating func writeTexts() throws {
        guard let texts = record.texts else { return }
        var known: [DefinitionText.Name: ToldTexts.Version] = [:]
        for version in try ToldTexts.versions(in: database, of: store) { known[version.name] = version }
        let insert = try database.makeStatement(
            sql: "INSERT INTO told_text (kind, id, run, priority, text) VALUES (?, ?, ?, ?, ?)")
        func add(_ name: DefinitionText.Name, of priority: String, _ entries: [String: String]?, _ run: Int64) throws {
            try insert.execute(
                arguments: [name.kind.rawValue, name.id, run, priority, try entries.map { try StoredJSON.text($0) }])
        }
        for text in texts {
            let before = known.removeValue(forKey: text.name)
            if before?.entries == text.entries, before?.priority == text.priority { continue }
            try add(text.name, of: text.priority, text.entries, try runID())
            receipt.texts += 1
        }
        let gone = known.values.filter { $0.entries != nil }
        for version in gone.sorted(by: { ($0.name.kind.rawValue, $0.name.id) < ($1.name.kind.rawValue, $1.name.id) }) {
            try add(version.name, of: version.priority, nil, try runID())
            receipt.texts += 1
        }
    }
}
