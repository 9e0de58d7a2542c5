public import Diagnostics

/// A value of a YAML file with its place. What an alias stands for keeps the place where it was written out.
public struct YAMLNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

    public let content: Content
    public let span: SourceSpan

    public init(_ content: Content, at span: SourceSpan) {
        self.content = content
        self.span = span
    }

    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The text of a scalar as written, nil for a list or mapping.
    public var scalarText: String? { scalar?.text }

    public var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    public var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether it is a scalar that stands for no value: nothing, `~` or `null`, without quotes.
    public var isNull: Bool { scalar?.isNull ?? false }

    /// What it is, for messages.
    public var shape: FieldShape {
        switch content {
        case .scalar: isNull ? .nothing : .text
        case .sequence: .list
        case .mapping: .mapping
        }
    }
}

/// Keys and values in the order in which they were written; no key occurs twice.
public struct YAMLMapping: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public let key: YAMLScalar
        public let value: YAMLNode

        public init(key: YAMLScalar, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The entry of a key, by a search from the first on.
    public func entry(for key: String) -> Entry? {
        entries.first { $0.key.text == key }
    }

    public subscript(key: String) -> YAMLNode? { entry(for: key)?.value }
}
