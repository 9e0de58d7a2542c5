import Diagnostics

/// The name of a notice's files, without their ending.
enum FileName {
    /// What file systems take, less the longest ending and the marks of a temporary file.
    private static let limit = 240

    /// The key, with each byte that has a meaning in paths or is not plain ASCII written as `%` and two digits. Different keys
    /// give different names, also where a file system takes `A` and `a` for the same.
    static func of(key: String) throws(DeliveryError) -> String {
        var name = ""
        for (place, byte) in key.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where place > 0:
                name += "."
            default:
                name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        if name.isEmpty { name = "%" }
        guard name.utf8.count <= limit else { throw DeliveryError(.keyTooLong(bytes: name.utf8.count, limit: limit)) }
        return name
    }
}
