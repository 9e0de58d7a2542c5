/// Something that kept part of a run from being assessed. It never stops the rest, and is told in every list it touches.
public struct Fault: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case module, dataset, query, delivery, publication
    }

    public var kind: Kind
    /// The module, dataset, KPI, notice or night that it is about.
    public var subject: String
    public var words: String
    public var remedy: String?

    public init(_ kind: Kind, _ subject: String, _ words: String, remedy: String? = nil) {
        self.kind = kind
        self.subject = subject
        self.words = words
        self.remedy = remedy
    }
}
