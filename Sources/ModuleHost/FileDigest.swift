import Digests

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// SHA-256 of a file.
enum FileDigest {
    /// Lower-case hexadecimal; nil where the file can't be read.
    static func hexadecimal(of path: String) -> String? {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return bytes.withUnsafeBytes { SHA256.hexadecimal(of: $0) }
    }
}
