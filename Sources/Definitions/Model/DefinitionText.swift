public import Measures

/// A KPI or a rule as its file states it: what stands under each of its keys, without layout, quotes and remarks.
public struct DefinitionText: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable { case kpi, rule }

    /// Names a KPI or a rule: each has its id once among all files.
    public struct Name: Sendable, Hashable {
        public var kind: Kind
        public var id: String

        public init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }
    }

    public var name: Name
    /// The priority whose file it stands in, by id.
    public var priority: String
    /// By key: `when`, `change(syv_incidents) > 10%`. What is a mapping is written on one line: `{value: 10%, by: 2026/27}`.
    public var entries: [String: String]

    public init(_ name: Name, of priority: String, entries: [String: String]) {
        self.name = name
        self.priority = priority
        self.entries = entries
    }
}

/// What a run found of a KPI or a rule otherwise than the run before.
public struct DefinitionEdit: Sendable, Hashable {
    public var name: DefinitionText.Name
    /// The priority, by id.
    public var priority: String
    /// The as-of date of the run that found it first.
    public var foundOn: CalendarDate
    /// By key; nil where it was not there.
    public var before: [String: String]?
    /// By key; nil where it is gone.
    public var after: [String: String]?

    public init(
        _ name: DefinitionText.Name, of priority: String, foundOn: CalendarDate, before: [String: String]?,
        after: [String: String]?
    ) {
        self.name = name
        self.priority = priority
        self.foundOn = foundOn
        self.before = before
        self.after = after
    }

    /// The keys that say something else, in alphabetical order; all of them where it was added, or is gone.
    public var changedKeys: [String] {
        let (before, after) = (before ?? [:], after ?? [:])
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}
