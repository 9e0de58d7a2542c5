/// A place in a file, as an editor shows it.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1 in Unicode scalars (not bytes, not UTF-16 units; a tab is one).
    public let column: Int
    /// The number of UTF-8 bytes before this place.
    public let utf8Offset: Int

    public init(line: Int, column: Int, utf8Offset: Int) {
        self.line = line
        self.column = column
        self.utf8Offset = utf8Offset
    }

    public static func < (left: Self, right: Self) -> Bool { left.utf8Offset < right.utf8Offset }
}
