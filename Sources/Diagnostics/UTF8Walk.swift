/// Steps through bytes that ought to be UTF-8.
public enum UTF8Walk {
    /// The scalar that starts at `offset` and the bytes that it takes; a nil scalar of one byte where the bytes there
    /// are not UTF-8. `offset` must be inside `bytes`.
    public static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (scalar: Unicode.Scalar?, length: Int) {
        let lead = bytes[offset]
        let length: Int
        var value: UInt32
        switch lead {
        case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return (nil, 1)
        }
        guard offset + length <= bytes.count else { return (nil, 1) }
        for index in (offset + 1)..<(offset + length) {
            guard UTF8.isContinuation(bytes[index]) else { return (nil, 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
        return (scalar, length)
    }
}
