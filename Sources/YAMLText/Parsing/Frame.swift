import Diagnostics

/// A finished node with what the bounds need to know of it.
struct Built {
    let node: YAMLNode
    /// The nodes in it, itself counted, every alias written out.
    let nodes: Int
    /// How many lists and mappings stand inside each other in it.
    let height: Int

    init(_ scalar: YAMLScalar) {
        self.init(node: YAMLNode(.scalar(scalar), at: scalar.span), nodes: 1, height: 0)
    }

    init(node: YAMLNode, nodes: Int, height: Int) {
        self.node = node
        self.nodes = nodes
        self.height = height
    }
}

/// A list or mapping whose end has not come yet.
struct Frame {
    enum Content {
        case sequence([YAMLNode])
        case mapping(MappingEntries)
    }

    private(set) var content: Content
    let anchor: String?
    /// From its start to the end of its last value so far.
    private(set) var span: SourceSpan
    private var nodes = 1
    private var height = 1

    init(_ content: Content, anchor: String?, at span: SourceSpan) {
        self.content = content
        self.anchor = anchor
        self.span = span
    }

    /// Takes a value (for a mapping, a key and a value in turn) that was written at `place`.
    mutating func add(_ built: Built, at place: SourceSpan) -> [Diagnostic] {
        nodes += built.nodes
        height = max(height, built.height + 1)
        span = span.extended(to: place)
        switch content {
        case .sequence(var items):
            // Emptied first, so that the list is not copied for every item.
            content = .sequence([])
            items.append(built.node)
            content = .sequence(items)
            return []
        case .mapping(var entries):
            content = .sequence([])
            let problems = entries.add(built.node, at: place)
            content = .mapping(entries)
            return problems
        }
    }

    func built(at span: SourceSpan) -> Built {
        switch content {
        case .sequence(let items):
            Built(node: YAMLNode(.sequence(items), at: span), nodes: nodes, height: height)
        case .mapping(let mapping):
            Built(node: YAMLNode(.mapping(YAMLMapping(mapping.entries)), at: span), nodes: nodes, height: height)
        }
    }
}
