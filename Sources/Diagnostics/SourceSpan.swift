/// A stretch of a file, from the first byte up to but not including the last; it may be empty.
///
/// Only byte offsets are stored. Lines and columns are worked out when a message is written, since a checked file has
/// thousands of spans and few problems.
public struct SourceSpan: Hashable, Comparable, Sendable {
    public let file: SourceFile
    /// The byte range in the file, always inside it.
    public let utf8Range: Range<Int>

    /// A span of `file`; a range that leaves the file is cut to it.
    public init(file: SourceFile, utf8Range: Range<Int>) {
        self.file = file
        self.utf8Range = utf8Range.clamped(to: 0..<file.bytes.count)
    }

    public var start: SourcePosition { file.position(atUTF8Offset: utf8Range.lowerBound) }
    public var end: SourcePosition { file.position(atUTF8Offset: utf8Range.upperBound) }

    /// The text that stands in the file there.
    public var text: String { String(decoding: file.bytes[utf8Range], as: UTF8.self) }

    /// The part of this span at a byte range counted from its own start, cut to the span.
    public func part(_ range: Range<Int>) -> SourceSpan {
        let first = utf8Range.lowerBound
        let moved = (first + max(range.lowerBound, 0))..<(first + max(range.upperBound, 0))
        return SourceSpan(file: file, utf8Range: moved.clamped(to: utf8Range))
    }

    /// From the start of this span to the end of a later one of the same file.
    public func extended(to other: SourceSpan) -> SourceSpan {
        let end = max(utf8Range.upperBound, other.utf8Range.upperBound)
        return SourceSpan(file: file, utf8Range: utf8Range.lowerBound..<end)
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.utf8Range == right.utf8Range && (left.file === right.file || left.file.path == right.file.path)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(file.path)
        hasher.combine(utf8Range)
    }

    /// By file path, then by place in the file.
    public static func < (left: Self, right: Self) -> Bool {
        if left.file !== right.file, left.file.path != right.file.path { return left.file.path < right.file.path }
        if left.utf8Range.lowerBound != right.utf8Range.lowerBound {
            return left.utf8Range.lowerBound < right.utf8Range.lowerBound
        }
        return left.utf8Range.upperBound < right.utf8Range.upperBound
    }
}
