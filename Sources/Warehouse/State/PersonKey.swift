import Digests
import Foundation

/// The key with which persons' references are hashed (HMAC-SHA-256). Made once, and kept with the owner's access only:
/// whoever has it can try references one by one.
struct PersonKey: Sendable {
    private static let length = 32
    private let bytes: [UInt8]

    /// The key's bytes combined with HMAC's two pads, a block long.
    var inner: [UInt8] { padded(0x36) }
    var outer: [UInt8] { padded(0x5C) }

    /// Tells keys apart without telling the key.
    var digest: String { padded(0x00).withUnsafeBytes { SHA256.hexadecimal(of: $0) } }

    private func padded(_ pad: UInt8) -> [UInt8] {
        (bytes + [UInt8](repeating: 0, count: 64 - bytes.count)).map { $0 ^ pad }
    }

    init(in folder: StateFolder) throws(WarehouseError) {
        let path = folder.file("person.key")
        if let data = FileManager.default.contents(atPath: path), data.count == Self.length {
            bytes = Array(data)
            return
        }
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<Self.length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try folder.write(bytes, to: "person.key")
    }
}
