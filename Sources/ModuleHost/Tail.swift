import Synchronization

/// The last bytes of a stream, shared between the task that reads it and the one that tells of it.
final class Tail: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    func append(_ more: [UInt8]) {
        bytes.withLock { bytes in
            bytes += more.suffix(limit)
            if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
        }
    }

    /// Bytes that are not UTF-8, as a character cut in two at the beginning, show as replacement characters.
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
