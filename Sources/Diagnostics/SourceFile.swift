/// One file that an author wrote, kept so that every later problem can show its place.
///
/// The bytes are held as read: a file that is not valid UTF-8 can still be shown and pointed into.
/// Lines end at a line feed, a carriage return, or both together.
public final class SourceFile: Sendable {
    /// The path as the reader of a message knows it (relative where the user gave a relative one).
    public let path: String
    /// The content as read, meant to be UTF-8.
    public let bytes: [UInt8]
    /// The byte offset at which each line starts; the first stands behind a byte order mark, which no editor counts.
    public let lineStarts: [Int]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = Self.lineStarts(of: bytes)
    }

    public convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The content as text; bytes that are not UTF-8 become U+FFFD, so offsets belong to `bytes`, not to this.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of lines; an empty file has one.
    public var lineCount: Int { lineStarts.count }

    /// The position of a byte offset. Offsets outside the file are moved to its nearest end.
    public func position(atUTF8Offset offset: Int) -> SourcePosition {
        let offset = min(max(offset, lineStarts[0]), bytes.count)
        let index = lineIndex(containing: offset)
        var column = 1
        for byte in bytes[lineStarts[index]..<offset] where !UTF8.isContinuation(byte) {
            column += 1
        }
        return SourcePosition(line: index + 1, column: column, utf8Offset: offset)
    }

    /// The byte range of a line (counted from 1) without its line end; empty for a line that the file does not have.
    public func utf8Range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The span of a byte range, cut to the file.
    public func span(_ utf8Range: Range<Int>) -> SourceSpan {
        SourceSpan(file: self, utf8Range: utf8Range)
    }

    private func lineIndex(containing offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                switch bytes[index] {
                case 0x0A: starts.append(index + 1)
                case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: starts.append(index + 1)
                default: break
                }
            }
        }
        return starts
    }
}
