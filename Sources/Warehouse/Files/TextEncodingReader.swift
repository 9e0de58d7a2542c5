import Foundation
import ModuleKit

/// Writes a text of another encoding as UTF-8. What is no character of it becomes a byte that is no UTF-8, so that the record
/// which holds it is known and set aside, and no other.
struct TextEncodingReader {
    private static let unfit: UInt8 = 0xFF
    private static let piece = 1 << 20

    let encoding: DatasetContract.Encoding

    /// - Throws: where the file cannot be written.
    func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? output.close() }
        var text: [UInt8] = []
        text.reserveCapacity(Self.piece + 8)
        func flush(over size: Int) throws {
            guard text.count > size else { return }
            try output.write(contentsOf: text)
            text.removeAll(keepingCapacity: true)
        }
        switch encoding {
        case .utf8: try output.write(contentsOf: Data(buffer: bytes))
        case .latin1, .windows1252:
            for byte in bytes {
                append(byte, to: &text)
                try flush(over: Self.piece)
            }
        case .utf16:
            try forEachUnit(of: bytes) { scalar in
                if let scalar { text += Array(String(scalar).utf8) } else { text.append(Self.unfit) }
                try flush(over: Self.piece)
            }
        }
        try flush(over: 0)
    }

    private func append(_ byte: UInt8, to text: inout [UInt8]) {
        guard byte >= 0x80 else { return text.append(byte) }
        var value = UInt32(byte)
        if encoding == .windows1252, byte < 0xA0 {
            value = Self.windows1252[Int(byte) - 0x80]
            guard value != 0 else { return text.append(Self.unfit) }
        }
        if let scalar = Unicode.Scalar(value) { text += Array(String(scalar).utf8) }
    }

    /// Each character of UTF-16, little-endian unless its mark says otherwise; nil for half of one.
    private func forEachUnit(of bytes: UnsafeBufferPointer<UInt8>, _ body: (Unicode.Scalar?) throws -> Void) rethrows {
        let isBig = bytes.starts(with: [0xFE, 0xFF])
        var place = isBig || bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
        func unit(_ place: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        while place + 1 < bytes.count {
            let value = unit(place)
            place += 2
            if (0xD800..<0xDC00).contains(value), place + 1 < bytes.count, (0xDC00..<0xE000).contains(unit(place)) {
                try body(Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (unit(place) - 0xDC00)))
                place += 2
            } else {
                try body(Unicode.Scalar(value))
            }
        }
        if place < bytes.count { try body(nil) }
    }

    /// 0x80 to 0x9F, as the Unicode Consortium's table CP1252 has them; 0 for the five that are no characters.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
