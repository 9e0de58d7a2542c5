import CLibCrypto

/// SHA-256 by the system's libcrypto, in lower-case hexadecimal.
enum SHA256Digest {
    static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String {
        digest(of: bytes).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    static func hexadecimal(of text: String) -> String {
        Array(text.utf8).withUnsafeBytes { hexadecimal(of: $0) }
    }

    static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        let done = EVP_Digest(bytes.baseAddress, bytes.count, &result, &length, EVP_sha256(), nil)
        precondition(done == 1, "libcrypto has SHA-256")
        return result
    }
}
