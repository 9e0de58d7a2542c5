/// One thing that a good module does, and whether this one did.
public struct ConformanceCheck: Sendable, Hashable {
    /// In words: `describe answers the same twice`.
    public var name: String
    public var passed: Bool
    /// What was seen; empty where there is nothing to add.
    public var detail: String

    public init(_ name: String, passed: Bool, detail: String = "") {
        self.name = name
        self.passed = passed
        self.detail = detail
    }
}
