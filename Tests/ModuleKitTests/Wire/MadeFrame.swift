import ModuleKit

/// Frames as no encoder of ours would write them.
enum MadeFrame {
    static func bytes(_ header: String, body: [UInt8] = []) -> [UInt8] {
        let headerBytes = Array(header.utf8)
        return FramePrefix.magic + littleEndian(headerBytes.count, 4) + littleEndian(body.count, 8) + headerBytes + body
    }

    /// An answer with one table of the columns described, in JSON.
    static func observations(columns: String, rows: Int, body: [UInt8], table: Int = 0) -> [UInt8] {
        bytes(
            """
            {"contract":1,"kind":"observations","content":{"failures":{},"observations":[\
            {"kpi":"k","level":"ward","grain":"month","notes":[],"table":\(table)}]},"tables":[{"rows":\(rows),"columns":[\(columns)]}]}
            """, body: body)
    }

    static func column(_ name: String, _ type: String, offset: Int, length: Int) -> String {
        #"{"name":"\#(name)","type":"\#(type)","offset":\#(offset),"length":\#(length)}"#
    }

    static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func numbers(_ values: Double...) -> [UInt8] {
        values.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) } }
    }

    static func texts(offsets: [Int], _ bytes: [UInt8]) -> [UInt8] {
        offsets.flatMap { littleEndian($0, 4) } + bytes
    }
}
