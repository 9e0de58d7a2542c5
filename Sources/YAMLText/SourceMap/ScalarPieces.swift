/// Gathers the pieces of one scalar while its source is walked, and holds them against the decoded text.
struct ScalarPieces {
    let source: UnsafeBufferPointer<UInt8>
    let decoded: UnsafeBufferPointer<UInt8>
    private(set) var pieces: [ScalarSourceMap.Piece] = []
    private(set) var count = 0
    /// Whether the walk still agrees with the decoded text.
    private(set) var agrees = true

    init(source: UnsafeBufferPointer<UInt8>, decoded: UnsafeBufferPointer<UInt8>) {
        self.source = source
        self.decoded = decoded
    }

    /// Whether all of the decoded text has been found in the source.
    var isComplete: Bool { agrees && count == decoded.count }

    /// One byte that stands in the source as it is.
    mutating func take(_ offset: Int) {
        guard agrees, count < decoded.count, source[offset] == decoded[count] else {
            agrees = false
            return
        }
        if let last = pieces.last, last.isVerbatim, last.source.upperBound == offset {
            pieces[pieces.count - 1] = ScalarSourceMap.Piece(
                decoded: last.decoded.lowerBound..<count + 1, source: last.source.lowerBound..<offset + 1,
                isVerbatim: true)
        } else {
            pieces.append(.init(decoded: count..<count + 1, source: offset..<offset + 1, isVerbatim: true))
        }
        count += 1
    }

    mutating func take(_ range: Range<Int>) {
        for offset in range { take(offset) }
    }

    /// Text that was written otherwise: an escape, a pair of quotes, a line end.
    mutating func take(_ text: some Collection<UInt8>, writtenAs range: Range<Int>) {
        guard agrees, count + text.count <= decoded.count,
            decoded[count..<count + text.count].elementsEqual(text)
        else {
            agrees = false
            return
        }
        if text.isEmpty { return }
        pieces.append(.init(decoded: count..<count + text.count, source: range, isVerbatim: false))
        count += text.count
    }
}

/// The bytes that separate words and lines in YAML 1.1.
enum YAMLBreak {
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The length of the line end at `offset`: line feed, carriage return, both, U+0085, U+2028 or U+2029; 0 for none.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        switch bytes[offset] {
        case 0x0A: return 1
        case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
            return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }

    /// What a line end becomes in decoded text: a line feed, or itself for U+2028 and U+2029.
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
        range.count == 3 ? Array(bytes[range]) : [0x0A]
    }
}
