import CLibCrypto
import Foundation

/// SHA-256 by the system's libcrypto.
enum SHA256Digest {
    /// 32 bytes.
    static func of(_ bytes: [UInt8]) -> Data {
        var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        let done = EVP_Digest(bytes, bytes.count, &result, &length, EVP_sha256(), nil)
        precondition(done == 1, "libcrypto has SHA-256")
        return Data(result)
    }
}
