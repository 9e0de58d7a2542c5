/// The values of one record, quotes taken off.
enum RecordFields {
    static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [[UInt8]] {
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var index = range.lowerBound
        var isQuoted = false
        var isAtStart = true
        while index < range.upperBound {
            let byte = bytes[index]
            if isQuoted {
                if byte == 0x22, index + 1 < range.upperBound, bytes[index + 1] == 0x22 {
                    field.append(0x22)
                    index += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == 0x2C {
                fields.append(field)
                field = []
                isAtStart = true
                index += 1
                continue
            } else if byte == 0x22, isAtStart {
                isQuoted = true
            } else {
                field.append(byte)
            }
            isAtStart = false
            index += 1
        }
        fields.append(field)
        return fields
    }

    static func texts(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [String] {
        split(bytes, range).map { String(decoding: $0, as: UTF8.self) }
    }
}
