public import Diagnostics

/// The value of one key (or one item of a list) on its way to being read.
public struct YAMLField {
    /// The key, for messages.
    public let name: String
    public let node: YAMLNode
    /// The place of the key (of the item itself in a list), for problems of what is not there.
    public let place: SourceSpan
    public let collector: DiagnosticCollector

    public init(name: String, node: YAMLNode, place: SourceSpan, collector: DiagnosticCollector) {
        self.name = name
        self.node = node
        self.place = place
        self.collector = collector
    }

    /// Reports a problem of this value; at the key where the value is empty and so has no place that shows.
    public func report(_ problem: any Problem) {
        collector.report(problem, at: node.span.utf8Range.isEmpty ? place : node.span)
    }

    /// The value as a scalar that is not empty; nil, with the problem reported, for anything else.
    public func nonEmptyScalar() -> YAMLScalar? {
        guard let scalar = node.scalar else {
            report(FieldProblem.wrongShape(field: name, expected: .text, found: node.shape))
            return nil
        }
        guard !scalar.isNull, !scalar.text.isEmpty else {
            report(FieldProblem.noValue(field: name))
            return nil
        }
        return scalar
    }

    /// The same key with another value: an item of its list.
    func item(_ node: YAMLNode) -> YAMLField {
        YAMLField(name: name, node: node, place: node.span.utf8Range.isEmpty ? place : node.span, collector: collector)
    }
}

/// How a value is read: gives it, or reports what is wrong and gives nil.
public struct FieldReading<Value> {
    public let read: (YAMLField) -> Value?

    public init(_ read: @escaping (YAMLField) -> Value?) {
        self.read = read
    }

    /// The reading followed by a conversion. Where the conversion gives nil it has to have reported why.
    public func then<Next>(_ convert: @escaping (Value, YAMLField) -> Next?) -> FieldReading<Next> {
        FieldReading<Next> { field in read(field).flatMap { convert($0, field) } }
    }
}

/// A value with its place in the file.
public struct Located<Value> {
    public let value: Value
    public let span: SourceSpan

    public init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

extension FieldReading {
    /// What `reading` reads, with its place.
    public static func located<Inner>(_ reading: FieldReading<Inner>) -> Self where Value == Located<Inner> {
        reading.then { Located($0, at: $1.node.span) }
    }
}
