#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Splits the bytes of a CSV file into physical records, by RFC 4180 with one addition: a record whose quotes do not
/// close, or that runs over several lines without having the fields that it should, loses its first line only. So one
/// unclosed quote never swallows the records behind it.
///
/// Blank lines are no records.
struct RecordReader {
    struct Record {
        /// Without the line's end.
        var range: Range<Int>
        /// The physical line at which the record starts, counted from 1.
        var line: Int
        var fieldCount: Int
        var hasQuotes = false
        /// A quote within an unquoted value, or a carriage return within a line: read here as it stands, but other
        /// readers disagree on it.
        var isIrregular = false
        var isASCII = true
        var flaw: SetAsideReason?
    }

    /// A record longer than this has an unclosed quote.
    static let longestRecord = 1 << 20

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Line feed, or carriage return in a file that has no line feed.
    let lineEnd: UInt8
    private(set) var place: Int
    private(set) var line = 1
    /// Fields that a record should have; 0 where that is not known yet.
    var expectedFields = 0
    private(set) var sawCarriageReturnLineFeed = false
    private(set) var sawBareLineFeed = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        lineEnd = bytes.contains(0x0A) ? 0x0A : 0x0D
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Record? {
        while place < bytes.count {
            let end = self.end(ofLineAt: place)
            var record = plainRecord(place..<contentEnd(place, end))
            if record.range.isEmpty {
                pass(end)
                continue
            }
            guard record.hasQuotes else {
                if expectedFields > 0, record.fieldCount != expectedFields { record.flaw = .fieldCount }
                pass(end)
                return record
            }
            return quotedRecord(firstLine: record, end: end)
        }
        return nil
    }

    private mutating func pass(_ end: Int) {
        if lineEnd == 0x0A, end < bytes.count {
            if end > place, bytes[end - 1] == 0x0D { sawCarriageReturnLineFeed = true } else { sawBareLineFeed = true }
        }
        place = end + 1
        line += 1
    }

    private func end(ofLineAt start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(lineEnd), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(base).distance(to: found)
    }

    private func contentEnd(_ start: Int, _ end: Int) -> Int {
        end > start && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    private func plainRecord(_ range: Range<Int>) -> Record {
        var commas = 0
        var quotes = 0
        var returns = 0
        var all: UInt8 = 0
        for index in range {
            let byte = bytes[index]
            commas &+= byte == 0x2C ? 1 : 0
            quotes &+= byte == 0x22 ? 1 : 0
            returns &+= byte == 0x0D ? 1 : 0
            all |= byte
        }
        var record = Record(range: range, line: line, fieldCount: commas + 1)
        record.hasQuotes = quotes > 0
        record.isIrregular = returns > 0
        record.isASCII = all < 0x80
        return record
    }

    private mutating func quotedRecord(firstLine: Record, end: Int) -> Record {
        var record = firstLine
        let close = closing(from: firstLine.range.lowerBound)
        guard let close else {
            record.flaw = .quotes
            pass(end)
            return record
        }
        let lines = close.end > end
        if expectedFields > 0, close.fields != expectedFields {
            record.flaw = lines ? .quotes : .fieldCount
            pass(end)
            return record
        }
        if lines {
            record = plainRecord(firstLine.range.lowerBound..<contentEnd(firstLine.range.lowerBound, close.end))
            record.isIrregular = false
        }
        record.fieldCount = close.fields
        record.isIrregular = record.isIrregular || close.isIrregular
        while place <= close.end, place < bytes.count { pass(self.end(ofLineAt: place)) }
        return record
    }

    /// Where the record ends that starts here, and how many fields it has; nil where its quotes do not close.
    private func closing(from start: Int) -> (end: Int, fields: Int, isIrregular: Bool)? {
        var index = start
        var fields = 1
        var isIrregular = false
        let limit = min(bytes.count, start + Self.longestRecord)
        while true {
            if index < bytes.count, bytes[index] == 0x22 {
                index += 1
                while true {
                    guard index < limit else { return nil }
                    if bytes[index] != 0x22 {
                        index += 1
                    } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                        index += 2
                    } else {
                        break
                    }
                }
                index += 1
                if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == lineEnd { index += 1 }
            } else {
                while index < bytes.count, bytes[index] != 0x2C, bytes[index] != lineEnd {
                    if bytes[index] == 0x22 { isIrregular = true }
                    index += 1
                }
            }
            if index >= bytes.count || bytes[index] == lineEnd { return (index, fields, isIrregular) }
            guard bytes[index] == 0x2C else { return nil }
            fields += 1
            index += 1
        }
    }
}
