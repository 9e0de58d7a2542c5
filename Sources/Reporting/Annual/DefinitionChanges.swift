import Definitions
import Measures

/// What was edited in the definitions in a year, as one reader may know it.
struct DefinitionChanges {
    struct Row {
        var changedTitle: String
        /// `Rule`, `Measure`.
        var changedKind: String
        /// `Condition`, or that it was added or is gone.
        var changedKey: String
        var changedBefore: String
        var changedAfter: String
        var changedOn: String
    }

    private(set) var rows: [Row] = []
    /// What can be said of the runs that found other definitions, and not by a row.
    private(set) var notes: [String] = []

    init(_ annual: AnnualInput, for reader: Reader, _ definitions: Definitions) {
        let told = annual.edits.filter { Self.concerns($0, reader, definitions) }
        var days: Set<CalendarDate> = []
        for edit in told {
            let found = Self.rows(edit, isOpen: reader.sight.isOpen)
            if !found.isEmpty { days.insert(edit.foundOn) }
            rows += found
        }
        let unknown = annual.editedOn.filter { day in annual.textsKnownSince.map { day <= $0 } ?? true }
        if !unknown.isEmpty {
            notes.append(
                "Definitions were edited before the runs of \(Self.list(unknown)). What they said before is not stored.")
        }
        let others = annual.editedOn.filter { !unknown.contains($0) && !days.contains($0) }
        if !others.isEmpty {
            notes.append(
                """
                The definition files were edited before the runs of \(Self.list(others)) too, in what is not told here: areas, groups, datasets, \
                remarks, or what does not concern this report's readers.
                """)
        }
    }

    private static func list(_ days: [CalendarDate]) -> String { days.map(\.title).joined(separator: ", ") }

    /// A definition that is gone concerns the group that leads its priority, and those that it reports to: whom it went to is not kept.
    private static func concerns(_ edit: DefinitionEdit, _ reader: Reader, _ definitions: Definitions) -> Bool {
        guard let priority = definitions.priorities.first(where: { $0.id == edit.priority }) else { return false }
        let isLed = reader.groups.contains { $0.id == priority.lead }
        switch edit.name.kind {
        case .kpi:
            guard priority.kpis.contains(where: { $0.id == edit.name.id }) else { return isLed }
            return reader.parts.contains { $0.kpis.contains { $0.id == edit.name.id } }
        case .rule:
            guard priority.rules.contains(where: { $0.id == edit.name.id }) else { return isLed }
            return reader.rules(of: priority).contains { $0.id == edit.name.id }
        }
    }

    private static func rows(_ edit: DefinitionEdit, isOpen: Bool) -> [Row] {
        func row(_ key: String, _ before: String, _ after: String) -> Row {
            Row(
                changedTitle: PlainText.line(edit.after?["title"] ?? edit.before?["title"] ?? edit.name.id),
                changedKind: edit.name.kind == .rule ? "Rule" : "Measure", changedKey: key,
                changedBefore: PlainText.line(before), changedAfter: PlainText.line(after), changedOn: edit.foundOn.title)
        }
        guard let before = edit.before, let after = edit.after else {
            let words = (edit.before ?? edit.after).map { $0["when"] ?? $0["indicator"] ?? "" } ?? ""
            return edit.after == nil ? [row("Removed", words, "None")] : [row("Added", "None", words)]
        }
        return edit.changedKeys.filter { isOpen || !hidden.contains($0) }.compactMap { key in
            if expressions.contains(key), compact(before[key]) == compact(after[key]) { return nil }
            return row(DefinitionKey.words(key), before[key] ?? "None", after[key] ?? "None")
        }
    }

    /// The usual level of a figure is a figure, which no policy was held against.
    private static let hidden: Set<String> = ["typical"]
    /// In these, spaces mean nothing.
    private static let expressions: Set<String> = ["when", "given", "clear"]

    private static func compact(_ text: String?) -> String? { text.map { $0.filter { !$0.isWhitespace } } }
}

/// What the keys of definitions are called to readers.
enum DefinitionKey {
    private static let words: [String: String] = [
        "when": "Condition", "given": "Guard", "clear": "Recovery", "respond": "Response", "on": "Judged by", "by": "Levels",
        "for": "Periods before it fires", "keep": "Periods before it recovers", "missing": "Missing data",
        "to": "Goes also to",
        "per": "False discovery rate", "folds": "Folds", "unguarded": "Why it has no guard", "review": "Review by",
        "with": "Parameters",
        "grains": "Told by", "rag": "Status bounds", "better": "Better", "overdispersion": "Overdispersion",
        "matures": "Time to mature",
        "steps": "Counted otherwise from", "exceptional": "Exceptional periods", "typical": "Usual level",
    ]

    static func words(_ key: String) -> String { words[key] ?? PlainText.sentence(PlainText.line(key)) }
}
