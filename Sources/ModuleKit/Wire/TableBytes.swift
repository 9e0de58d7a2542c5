/// Columns as bytes, little-endian.
enum TableBytes {
    static func size(of table: Table) -> Int {
        table.columns.reduce(0) { sum, column in
            switch column {
            case .numbers(let values): sum + 8 * values.count
            case .texts(let values): sum + values.reduce(4 * (values.count + 1)) { $0 + $1.utf8.count }
            }
        }
    }

    static func append(_ column: Table.Column, named name: String, to body: inout [UInt8]) throws(WireError)
        -> ColumnLayout.Kind
    {
        switch column {
        case .numbers(let values):
            if let row = values.firstIndex(where: \.isInfinite) { throw .badColumn(name, .infinite(row: row)) }
            append(values, to: &body)
            return .f64
        case .texts(let values):
            try append(values, named: name, to: &body)
            return .text
        }
    }

    private static func append(_ values: [Double], to body: inout [UInt8]) {
        #if _endian(little)
            values.withUnsafeBytes { body.append(contentsOf: $0) }
        #else
            values.map(\.bitPattern.littleEndian).withUnsafeBytes { body.append(contentsOf: $0) }
        #endif
    }

    private static func append(_ values: [String], named name: String, to body: inout [UInt8]) throws(WireError) {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(values.count + 1)
        var end = 0
        for value in values {
            end += value.utf8.count
            guard let offset = UInt32(exactly: end) else { throw .tooLarge(bytes: UInt64(end), limit: Int(UInt32.max)) }
            offsets.append(offset.littleEndian)
        }
        offsets.withUnsafeBytes { body.append(contentsOf: $0) }
        for value in values { body.append(contentsOf: value.utf8) }
    }
}
