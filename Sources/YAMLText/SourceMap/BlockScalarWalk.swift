import Diagnostics

/// Walks the source of a literal (`|`) or folded (`>`) block scalar.
struct BlockScalarWalk {
    private let source: UnsafeBufferPointer<UInt8>
    private let isFolded: Bool
    private let indentation: Int
    private var offset: Int
    private var out: ScalarPieces

    /// The pieces of a scalar, nil where the walk does not give its text.
    static func pieces(of scalar: YAMLScalar) -> [ScalarSourceMap.Piece]? {
        guard !scalar.text.isEmpty else { return nil }
        return scalar.span.file.bytes.withUnsafeBufferPointer { source in
            Array(scalar.text.utf8).withUnsafeBufferPointer { decoded in
                let body = startOfBody(of: source, from: scalar.span.utf8Range.lowerBound)
                // The header may state the indentation against a parent that is not known here. The first text's own
                // indentation is nearly always the right one; where it is not, spaces of it belong to the text.
                for indentation in stride(from: widestIndentation(in: source, from: body), through: 0, by: -1) {
                    var walk = BlockScalarWalk(
                        source: source, isFolded: scalar.style == .folded, indentation: indentation, offset: body,
                        out: ScalarPieces(source: source, decoded: decoded))
                    walk.run()
                    if walk.out.isComplete { return walk.out.pieces }
                }
                return nil
            }
        }
    }

    private mutating func run() {
        var previous: Range<Int>?
        var previousStartsBlank = false
        var empty = skipEmptyLines()
        while out.agrees, !out.isComplete, offset < source.count, !isOutdented {
            let startsBlank = YAMLBreak.isBlank(source[offset])
            if let previous {
                if isFolded, previous.count < 3, !previousStartsBlank, !startsBlank {
                    if empty.isEmpty { out.take([0x20], writtenAs: previous.lowerBound..<offset) }
                } else {
                    out.take(YAMLBreak.decoded(source, previous), writtenAs: previous)
                }
            }
            for line in empty { out.take(YAMLBreak.decoded(source, line), writtenAs: line) }
            previousStartsBlank = startsBlank
            while offset < source.count, YAMLBreak.length(in: source, at: offset) == 0, out.agrees, !out.isComplete {
                out.take(offset)
                offset += 1
            }
            previous = takeBreak()
            empty = skipEmptyLines()
        }
        // The line ends that the block keeps at its end.
        for line in [previous].compactMap({ $0 }) + empty where out.agrees && !out.isComplete {
            out.take(YAMLBreak.decoded(source, line), writtenAs: line)
        }
    }

    /// Whether what stands here is indented less than the block; `skipEmptyLines` has passed the indentation.
    private var isOutdented: Bool {
        var start = offset
        while start > 0, source[start - 1] == 0x20, offset - start < indentation { start -= 1 }
        return offset - start < indentation
    }

    private mutating func takeBreak() -> Range<Int> {
        let start = offset
        offset += YAMLBreak.length(in: source, at: offset)
        return start..<offset
    }

    /// Passes lines that hold no more than indentation, and then the indentation of the next; gives their line ends.
    private mutating func skipEmptyLines() -> [Range<Int>] {
        var breaks: [Range<Int>] = []
        while true {
            var spaces = 0
            while spaces < indentation, offset < source.count, source[offset] == 0x20 {
                spaces += 1
                offset += 1
            }
            guard YAMLBreak.length(in: source, at: offset) > 0 else { return breaks }
            breaks.append(takeBreak())
        }
    }

    private static func startOfBody(of source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < source.count, YAMLBreak.length(in: source, at: offset) == 0 { offset += 1 }
        return offset + YAMLBreak.length(in: source, at: offset)
    }

    /// The indentation of the first text, or of an empty line before it that has more.
    private static func widestIndentation(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var widest = 0
        var spaces = 0
        var offset = start
        while offset < source.count {
            let length = YAMLBreak.length(in: source, at: offset)
            if length == 0, source[offset] != 0x20 { break }
            widest = max(widest, spaces)
            spaces = length > 0 ? 0 : spaces + 1
            offset += max(length, 1)
        }
        return max(widest, spaces)
    }
}
