public import Diagnostics

/// Reads a mapping strictly: every key is asked for by name, and `finish` reports those that nobody asked for.
///
///     guard var kpi = MappingReader(node, of: "a KPI", reporting: problems) else { return nil }
///     let title = kpi.required("title", .text)
///     let grains = kpi.required("grains", .list(of: .choice(of: Grain.self)))
///     let by = kpi.optional("by", .list(of: .text)) ?? ["borough"]
///     kpi.finish()
///
/// A problem gives nil and goes to the collector, so that reading goes on and all problems are told at once. An
/// optional key that is not there gives nil and reports nothing; one that is there without a value is a problem.
public struct MappingReader {
    public let mapping: YAMLMapping
    public let span: SourceSpan
    /// What the mapping describes, with its article: "a KPI".
    public let owner: String
    private let place: SourceSpan
    private let collector: DiagnosticCollector
    private var asked: [String] = []

    /// Nil, with a problem reported, where `node` is not a mapping. Missing keys are reported at `place`, such as the
    /// key that the mapping stands behind; without one, at the mapping's first key.
    public init?(
        _ node: YAMLNode, of owner: String, at place: SourceSpan? = nil, reporting collector: DiagnosticCollector
    ) {
        guard let mapping = node.mapping else {
            collector.report(FieldProblem.notMapping(owner: owner, found: node.shape), at: place ?? node.span)
            return nil
        }
        self.mapping = mapping
        self.span = node.span
        self.owner = owner
        self.place = place ?? mapping.entries.first?.key.span ?? node.span
        self.collector = collector
    }

    /// The value of a key that must be there; nil where it is missing or does not fit, which is then reported.
    public mutating func required<Value>(_ key: String, _ reading: FieldReading<Value>) -> Value? {
        guard has(key) else {
            asked.append(key)
            collector.report(FieldProblem.missingKey(key, of: owner), at: place)
            return nil
        }
        return optional(key, reading)
    }

    /// The value of a key that may be there; nil where it is not, or does not fit, which alone is reported.
    public mutating func optional<Value>(_ key: String, _ reading: FieldReading<Value>) -> Value? {
        asked.append(key)
        guard let entry = mapping.entry(for: key) else { return nil }
        return reading.read(YAMLField(name: key, node: entry.value, place: entry.key.span, collector: collector))
    }

    /// The node of a key that must be there, whatever its shape.
    public mutating func required(_ key: String) -> YAMLNode? { required(key, .node) }

    /// The node of a key that may be there, whatever its shape.
    public mutating func optional(_ key: String) -> YAMLNode? { optional(key, .node) }

    /// Whether the key is there, with or without a value. Does not count as asking for it.
    public func has(_ key: String) -> Bool { mapping.entry(for: key) != nil }

    /// The place of a key, or of the mapping where the key is not there.
    public func place(of key: String) -> SourceSpan { mapping.entry(for: key)?.key.span ?? place }

    /// Reports every key that was not asked for, with the near miss among those that were.
    public func finish() {
        let known = Set(asked)
        for entry in mapping.entries where !known.contains(entry.key.text) {
            collector.report(FieldProblem.unknownKey(entry.key.text, of: owner, known: asked), at: entry.key.span)
        }
    }
}
