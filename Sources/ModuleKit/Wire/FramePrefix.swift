/// The first 16 bytes of a frame: the mark `BCNF`, the header's length (u32) and the body's length (u64), little-endian.
public struct FramePrefix: Sendable, Hashable {
    public static let byteCount = 16
    public static let magic: [UInt8] = Array("BCNF".utf8)

    public var headerLength: Int
    public var bodyLength: Int

    public var frameLength: Int { FramePrefix.byteCount + headerLength + bodyLength }

    /// Reads the prefix at the beginning of `bytes`. Nothing is reserved on a length's word alone: it is held
    /// against the limits first.
    public init(_ bytes: some Collection<UInt8>, limits: WireLimits) throws(WireError) {
        let prefix = Array(bytes.prefix(FramePrefix.byteCount))
        let mark = Array(prefix.prefix(4))
        guard FramePrefix.magic.starts(with: mark) else { throw .badMagic(mark) }
        guard prefix.count == FramePrefix.byteCount else {
            throw .truncated(expected: FramePrefix.byteCount, found: prefix.count)
        }
        headerLength = try FramePrefix.length(prefix[4..<8], limit: limits.header)
        bodyLength = try FramePrefix.length(prefix[8..<16], limit: limits.body)
    }

    init(headerLength: Int, bodyLength: Int) {
        self.headerLength = headerLength
        self.bodyLength = bodyLength
    }

    var bytes: [UInt8] {
        var bytes = FramePrefix.magic
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: headerLength >> (8 * shift))) }
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bodyLength >> (8 * shift))) }
        return bytes
    }

    private static func length(_ bytes: ArraySlice<UInt8>, limit: Int) throws(WireError) -> Int {
        let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard value <= UInt64(limit) else { throw .tooLarge(bytes: value, limit: limit) }
        return Int(value)
    }
}

/// The longest parts of a frame that a reader takes, in bytes.
public struct WireLimits: Sendable, Hashable {
    public var header: Int
    public var body: Int

    public init(header: Int = 64 << 20, body: Int = 1 << 32) {
        self.header = header
        self.body = body
    }
}
