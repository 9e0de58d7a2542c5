import Diagnostics

/// The entries of a mapping while they come in, a key and a value in turn.
struct MappingEntries {
    /// Up to here a search through the entries is faster than a dictionary.
    private static let fewEntries = 12

    private(set) var entries: [YAMLMapping.Entry] = []
    private var expected = Expected.key
    /// The entry of every key, once there are many.
    private var indices: [String: Int] = [:]

    private enum Expected {
        case key
        case value(of: YAMLScalar)
        /// The value of a key that was refused: read over.
        case refusedValue
    }

    mutating func add(_ node: YAMLNode, at place: SourceSpan) -> [Diagnostic] {
        switch expected {
        case .refusedValue:
            expected = .key
            return []
        case .value(let key):
            insert(YAMLMapping.Entry(key: key, value: node))
            expected = .key
            return []
        case .key:
            let problem = problem(ofKey: node, at: place)
            if problem == nil, let key = node.scalar {
                expected = .value(of: key)
            } else {
                expected = .refusedValue
            }
            return problem.map { [$0] } ?? []
        }
    }

    private func problem(ofKey node: YAMLNode, at place: SourceSpan) -> Diagnostic? {
        guard let key = node.scalar else { return Diagnostic(YAMLProblem.keyNotScalar, at: place) }
        if key.text.isEmpty { return Diagnostic(YAMLProblem.emptyKey, at: place) }
        if key.text == "<<", key.style == .plain { return Diagnostic(YAMLProblem.mergeKey, at: place) }
        guard let first = index(of: key.text) else { return nil }
        let note = Diagnostic.Note("the first stands here", at: entries[first].key.span)
        return Diagnostic(YAMLProblem.duplicateKey(key.text), at: place, notes: [note])
    }

    private func index(of key: String) -> Int? {
        entries.count > Self.fewEntries ? indices[key] : entries.firstIndex { $0.key.text == key }
    }

    private mutating func insert(_ entry: YAMLMapping.Entry) {
        entries.append(entry)
        if entries.count == Self.fewEntries + 1 {
            for (index, entry) in entries.enumerated() { indices[entry.key.text] = index }
        } else if entries.count > Self.fewEntries {
            indices[entry.key.text] = entries.count - 1
        }
    }
}
