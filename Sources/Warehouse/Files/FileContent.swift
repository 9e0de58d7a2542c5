import Foundation

/// A file's bytes for the length of one look at them.
enum FileContent {
    /// Files over this many bytes are mapped instead of read, so that memory does not grow with them.
    private static let mappedOver = 64 << 20

    static func with<Value>(_ path: String, size: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) throws -> Value
    {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: size > mappedOver ? .alwaysMapped : [])
        return try data.withUnsafeBytes { try body($0.bindMemory(to: UInt8.self)) }
    }
}
