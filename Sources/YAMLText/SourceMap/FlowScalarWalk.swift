import Diagnostics

/// Walks the source of a plain, single quoted or double quoted scalar.
///
/// In all three, blanks around a line end are dropped, one line end becomes a space, and of several the first is dropped.
struct FlowScalarWalk {
    private let source: UnsafeBufferPointer<UInt8>
    private let style: YAMLScalar.Style
    private let end: Int
    private var offset: Int
    private var out: ScalarPieces

    /// The pieces of a scalar, nil where the walk does not give its text.
    static func pieces(of scalar: YAMLScalar) -> [ScalarSourceMap.Piece]? {
        let range = scalar.span.utf8Range
        let quotes = scalar.style == .plain ? 0 : 1
        guard range.count >= 2 * quotes else { return nil }
        return scalar.span.file.bytes.withUnsafeBufferPointer { source in
            Array(scalar.text.utf8).withUnsafeBufferPointer { decoded in
                var walk = FlowScalarWalk(
                    source: source, style: scalar.style, end: range.upperBound - quotes,
                    offset: range.lowerBound + quotes, out: ScalarPieces(source: source, decoded: decoded))
                walk.run()
                return walk.out.isComplete ? walk.out.pieces : nil
            }
        }
    }

    private mutating func run() {
        while offset < end, out.agrees {
            if YAMLBreak.isBlank(source[offset]) || YAMLBreak.length(in: source, at: offset) > 0 {
                whitespace()
            } else if style == .singleQuoted, source[offset] == UInt8(ascii: "'") {
                out.take([UInt8(ascii: "'")], writtenAs: offset..<offset + 2)
                offset += 2
            } else if style == .doubleQuoted, source[offset] == UInt8(ascii: "\\") {
                escape()
            } else {
                out.take(offset)
                offset += 1
            }
        }
    }

    private mutating func whitespace() {
        let start = offset
        while offset < end, YAMLBreak.isBlank(source[offset]) { offset += 1 }
        guard YAMLBreak.length(in: source, at: offset) > 0, offset < end else { return out.take(start..<offset) }
        let first = takeBreak()
        let rest = skipToText()
        if first.count == 3 {
            out.take(source[first], writtenAs: first)
        } else if rest.isEmpty {
            out.take([0x20], writtenAs: start..<offset)
        }
        for line in rest { out.take(YAMLBreak.decoded(source, line), writtenAs: line) }
    }

    /// Passes one line end, which must stand here.
    private mutating func takeBreak() -> Range<Int> {
        let start = offset
        offset += YAMLBreak.length(in: source, at: offset)
        return start..<offset
    }

    /// Passes blanks and empty lines, and gives the line ends among them.
    private mutating func skipToText() -> [Range<Int>] {
        var breaks: [Range<Int>] = []
        while offset < end {
            if YAMLBreak.isBlank(source[offset]) {
                offset += 1
            } else if YAMLBreak.length(in: source, at: offset) > 0 {
                breaks.append(takeBreak())
            } else {
                break
            }
        }
        return breaks
    }

    private mutating func escape() {
        let start = offset
        offset += 1
        guard offset < end else { return }
        if YAMLBreak.length(in: source, at: offset) > 0 {
            _ = takeBreak()
            for line in skipToText() { out.take(YAMLBreak.decoded(source, line), writtenAs: line) }
            return
        }
        let letter = source[offset]
        offset += 1
        let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
        let last = min(offset + digits, end)
        let scalar =
            digits > 0
            ? UInt32(String(decoding: source[offset..<last], as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
            : Self.named(letter)
        offset = last
        guard let scalar else { return }
        out.take(Array(String(scalar).utf8), writtenAs: start..<offset)
    }

    /// The character that `\` with one letter stands for.
    private static func named(_ letter: UInt8) -> Unicode.Scalar? {
        switch Unicode.Scalar(letter) {
        case "0": "\0"
        case "a": "\u{7}"
        case "b": "\u{8}"
        case "t", "\t": "\t"
        case "n": "\n"
        case "v": "\u{B}"
        case "f": "\u{C}"
        case "r": "\r"
        case "e": "\u{1B}"
        case "N": "\u{85}"
        case "_": "\u{A0}"
        case "L": "\u{2028}"
        case "P": "\u{2029}"
        case " ", "\"", "/", "\\": Unicode.Scalar(letter)
        default: nil
        }
    }
}
