/// Takes bytes as they come and gives whole frames.
public struct FrameReader: Sendable {
    private var bytes: [UInt8] = []
    private var prefix: FramePrefix?
    private let limits: WireLimits

    public init(limits: WireLimits = WireLimits()) {
        self.limits = limits
    }

    /// Whether bytes of a frame have come, but not all of them.
    public var isWithinFrame: Bool { !bytes.isEmpty }

    /// Bytes still wanted: of the prefix while its lengths are not known, of the frame then. Never 0.
    public var wanted: Int { max(1, (prefix?.frameLength ?? FramePrefix.byteCount) - bytes.count) }

    public var received: Int { bytes.count }
    public var expected: Int { prefix?.frameLength ?? FramePrefix.byteCount }

    /// Takes more bytes. A wrong mark is told at its first byte, lengths over the limits as soon as they are known.
    public mutating func append(_ more: UnsafeRawBufferPointer) throws(WireError) {
        bytes.append(contentsOf: more)
        try readPrefix()
    }

    /// The next whole frame, where one is there.
    public mutating func next() throws(WireError) -> [UInt8]? {
        try readPrefix()
        guard let prefix, bytes.count >= prefix.frameLength else { return nil }
        self.prefix = nil
        guard bytes.count > prefix.frameLength else {
            defer { bytes = [] }
            return bytes
        }
        let frame = Array(bytes[..<prefix.frameLength])
        bytes.removeFirst(prefix.frameLength)
        return frame
    }

    private mutating func readPrefix() throws(WireError) {
        guard prefix == nil, !bytes.isEmpty else { return }
        guard bytes.count >= FramePrefix.byteCount else {
            let mark = bytes.prefix(FramePrefix.magic.count)
            guard FramePrefix.magic.starts(with: mark) else { throw .badMagic(Array(mark)) }
            return
        }
        prefix = try FramePrefix(bytes, limits: limits)
    }
}
