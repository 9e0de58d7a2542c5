import CLibCrypto

/// SHA-256, by the system's libcrypto.
public enum SHA256 {
    /// 32 bytes.
    public static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let made = EVP_Digest(bytes.baseAddress, bytes.count, &result, &length, EVP_sha256(), nil)
        precondition(made == 1 && length == 32, "libcrypto has SHA-256")
        return result
    }

    /// 64 digits in lower case.
    public static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    public static func hexadecimal(of bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { hexadecimal(of: $0) }
    }

    public static func hexadecimal(of text: String) -> String {
        hexadecimal(of: Array(text.utf8))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
