import Digests
import ModuleKit

/// A table as bytes, exactly: a mark, the count of rows, then each column; numbers as their 64 bits, texts with their
/// length in front; a digest of all that at the end, so that a damaged file is known.
enum KeptTable {
    private static let mark = Array("beacon1\n".utf8)
    private static let digestLength = 32

    static func encode(_ table: Table, shape: AnswerShape) -> [UInt8] {
        var bytes = mark
        append(UInt64(table.rowCount), to: &bytes)
        for column in shape.columns {
            if column.isNumber {
                for number in table.numbers(column.name) { append(number.bitPattern, to: &bytes) }
            } else {
                for text in table.texts(column.name) {
                    let utf8 = Array(text.utf8)
                    append(UInt64(utf8.count), to: &bytes)
                    bytes += utf8
                }
            }
        }
        return bytes + bytes.withUnsafeBytes(SHA256.digest)
    }

    static func decode(_ bytes: [UInt8], shape: AnswerShape) -> Table? {
        guard bytes.count >= mark.count + digestLength, bytes.starts(with: mark) else { return nil }
        let content = bytes.count - digestLength
        let digest = bytes.withUnsafeBytes { SHA256.digest(of: UnsafeRawBufferPointer(rebasing: $0[..<content])) }
        guard digest.elementsEqual(bytes[content...]) else { return nil }
        var place = mark.count
        func word() -> UInt64? {
            guard place + 8 <= content else { return nil }
            defer { place += 8 }
            return bytes[place..<(place + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        guard let count = word(), count <= UInt64(content) else { return nil }
        var columns: [(name: String, column: Table.Column)] = []
        for column in shape.columns {
            if column.isNumber {
                var numbers: [Double] = []
                for _ in 0..<count {
                    guard let bits = word() else { return nil }
                    numbers.append(Double(bitPattern: bits))
                }
                columns.append((column.name, .numbers(numbers)))
            } else {
                var texts: [String] = []
                for _ in 0..<count {
                    guard let length = word(), length <= UInt64(content - place) else { return nil }
                    texts.append(String(decoding: bytes[place..<(place + Int(length))], as: UTF8.self))
                    place += Int(length)
                }
                columns.append((column.name, .texts(texts)))
            }
        }
        return place == content ? Table(columns) : nil
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
}
