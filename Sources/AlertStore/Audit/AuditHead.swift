public import Foundation

/// How far the audit chain had come at some time, and the digest over all of it up to there. Kept outside the store, it shows
/// whether the chain was cut or made anew since.
public struct AuditHead: Sendable, Hashable {
    /// The number of entries.
    public var place: Int
    /// Of 32 bytes.
    public var digest: Data

    public init(place: Int, digest: Data) {
        self.place = place
        self.digest = digest
    }

    /// In hexadecimal digits.
    public var digestText: String { digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() }

    /// From a place and hexadecimal digits; nil where they are not of a digest.
    public init?(place: Int, digestText: some StringProtocol) {
        let digits = Array(digestText)
        guard place > 0, digits.count == 64 else { return nil }
        var bytes = Data()
        for start in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(digits[start...start + 1]), radix: 16) else { return nil }
            bytes.append(byte)
        }
        self.init(place: place, digest: bytes)
    }
}
