import Diagnostics

/// Turns libyaml's marks, which count characters, into byte offsets.
struct CharacterIndex {
    private static let stride = 64

    let start: Int
    private let end: Int
    /// The byte offset of every 64th character; empty where characters are bytes.
    private let waypoints: [Int]

    /// `bytes` must be UTF-8 from `start` on.
    init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, isASCII: Bool) {
        self.start = start
        self.end = bytes.count
        guard !isASCII else {
            waypoints = []
            return
        }
        var waypoints: [Int] = []
        var character = 0
        for offset in start..<bytes.count where !UTF8.isContinuation(bytes[offset]) {
            if character % Self.stride == 0 { waypoints.append(offset) }
            character += 1
        }
        self.waypoints = waypoints
    }

    /// The byte offset of a character, counted from 0 behind a byte order mark; the end for one past the last.
    func utf8Offset(of character: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard !waypoints.isEmpty else { return min(start + character, end) }
        guard character / Self.stride < waypoints.count else { return end }
        var offset = waypoints[character / Self.stride]
        var left = character % Self.stride
        while left > 0, offset < end {
            offset += 1
            while offset < end, UTF8.isContinuation(bytes[offset]) { offset += 1 }
            left -= 1
        }
        return offset
    }
}
