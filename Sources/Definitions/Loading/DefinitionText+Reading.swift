public import Diagnostics
import YAMLText

extension DefinitionText {
    /// Every KPI and rule of the files, in their order. Of the files that define a priority alone; one that is no YAML has none.
    ///
    /// Read from what is written, and not from what a Beacon makes of it, so that a newer one finds the same words.
    public static func texts(of files: [SourceFile]) -> [DefinitionText] {
        files.flatMap { file -> [DefinitionText] in
            guard let root = YAMLDocument(parsing: file).root?.mapping, let priority = root["priority"]?.scalarText else {
                return []
            }
            return [(Kind.kpi, "kpis"), (.rule, "rules")].flatMap { kind, key in
                (root[key]?.mapping?.entries ?? []).map { entry in
                    DefinitionText(
                        Name(kind, entry.key.text), of: priority,
                        entries: Dictionary(
                            (entry.value.mapping?.entries ?? []).map { ($0.key.text, line($0.value)) },
                            uniquingKeysWith: { first, _ in first }))
                }
            }
        }
    }

    /// A value on one line.
    private static func line(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .sequence(let items): items.map(line).joined(separator: ", ")
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\($0.key.text): \(line($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
