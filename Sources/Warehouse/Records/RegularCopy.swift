/// A copy of a file that every CSV reader reads alike: only its sound records, each value in quotes, lines ended by a line feed.
enum RegularCopy {
    static func bytes(of bytes: UnsafeBufferPointer<UInt8>, flaws: [FileSurvey.Flaw]) -> [UInt8] {
        let unsound = Set(flaws.map(\.line))
        var copy: [UInt8] = []
        copy.reserveCapacity(min(bytes.count + bytes.count / 4, 64 << 20))
        forEachRecord(bytes) { record in
            guard !unsound.contains(record.line) else { return }
            var isFirst = true
            for field in RecordFields.split(bytes, record.range) {
                if !isFirst { copy.append(0x2C) }
                isFirst = false
                copy.append(0x22)
                for byte in field {
                    if byte == 0x22 { copy.append(0x22) }
                    copy.append(byte)
                }
                copy.append(0x22)
            }
            copy.append(0x0A)
        }
        return copy
    }

    /// All physical records, the header first.
    static func forEachRecord(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (RecordReader.Record) -> Void) {
        var reader = RecordReader(bytes)
        while let record = reader.next() {
            if reader.expectedFields == 0 { reader.expectedFields = record.fieldCount }
            body(record)
        }
    }
}
