public import Definitions
import GRDB
public import Measures

extension AlertStore {
    /// What runs found of KPIs and rules otherwise than the runs before them.
    public struct DefinitionEdits: Sendable {
        /// In the order in which they were found.
        public var edits: [DefinitionEdit]
        /// The as-of date of the first run whose texts are kept; nil where none are. What was edited up to it is not known.
        public var knownSince: CalendarDate?
    }

    /// Whether the store keeps what KPIs and rules said: one of an older Beacon does once a run has told it.
    public func holdsTexts() throws(AlertStoreError) -> Bool {
        try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM told_text)") ?? false }
    }

    /// All that was edited. What several runs of one as-of date found of a definition is one edit, and none where it came to nothing.
    public func definitionEdits() throws(AlertStoreError) -> DefinitionEdits {
        let versions = try read { try ToldTexts.versions(in: $0, of: self) }
        guard let first = versions.first else { return DefinitionEdits(edits: [], knownSince: nil) }
        var known: [DefinitionText.Name: [String: String]] = [:]
        var edits: [DefinitionEdit] = []
        var latest: [DefinitionText.Name: Int] = [:]
        for version in versions {
            let before = known[version.name]
            known[version.name] = version.entries
            guard version.run > first.run else { continue }
            if let place = latest[version.name], edits[place].foundOn == version.asOf {
                edits[place].after = version.entries
            } else {
                latest[version.name] = edits.count
                edits.append(
                    DefinitionEdit(
                        version.name, of: version.priority, foundOn: version.asOf, before: before, after: version.entries))
            }
        }
        return DefinitionEdits(edits: edits.filter { $0.before != $0.after }, knownSince: first.asOf)
    }
}
