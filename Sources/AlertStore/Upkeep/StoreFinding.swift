/// Something that is wrong in the store.
public struct StoreFinding: Sendable, Hashable {
    /// The table, or the file itself.
    public var place: String
    public var words: String

    public init(_ place: String, _ words: String) {
        self.place = place
        self.words = words
    }
}
