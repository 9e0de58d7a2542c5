/// Bytes as columns. Every bound is checked before a byte is read or room is made.
enum ColumnBytes {
    static func read(
        _ kind: ColumnLayout.Kind, rows: Int, from bytes: ArraySlice<UInt8>
    ) throws(WireError.ColumnDefect.Thrown) -> Table.Column {
        // First against the length, so that the products below can't overflow.
        guard rows >= 0, rows <= bytes.count else { throw .init(defect: .wrongLength(bytes.count, rows: rows)) }
        switch kind {
        case .f64: return .numbers(try numbers(rows: rows, from: bytes))
        case .text: return .texts(try texts(rows: rows, from: bytes))
        }
    }

    private static func numbers(
        rows: Int, from bytes: ArraySlice<UInt8>
    ) throws(WireError.ColumnDefect.Thrown) -> [Double] {
        guard bytes.count == 8 * rows else { throw .init(defect: .wrongLength(bytes.count, rows: rows)) }
        var values = [Double](repeating: 0, count: rows)
        values.withUnsafeMutableBytes { room in bytes.withUnsafeBytes { room.copyMemory(from: $0) } }
        #if !_endian(little)
            values = values.map { Double(bitPattern: UInt64(littleEndian: $0.bitPattern)) }
        #endif
        if let row = values.firstIndex(where: \.isInfinite) { throw .init(defect: .infinite(row: row)) }
        return values
    }

    private static func texts(
        rows: Int, from bytes: ArraySlice<UInt8>
    ) throws(WireError.ColumnDefect.Thrown) -> [String] {
        let offsetBytes = 4 * (rows + 1)
        guard bytes.count >= offsetBytes else { throw .init(defect: .wrongLength(bytes.count, rows: rows)) }
        let length = bytes.count - offsetBytes
        let read: Result<[String], WireError.ColumnDefect.Thrown> = bytes.withUnsafeBytes { all in
            let characters = UnsafeRawBufferPointer(rebasing: all[offsetBytes...])
            var values: [String] = []
            values.reserveCapacity(rows)
            var start = Int(UInt32(littleEndian: all.loadUnaligned(as: UInt32.self)))
            guard start == 0 else { return .failure(.init(defect: .offsetOutOfOrder(row: 0))) }
            for row in 0..<rows {
                let end = Int(UInt32(littleEndian: all.loadUnaligned(fromByteOffset: 4 * (row + 1), as: UInt32.self)))
                guard end >= start, end <= length else { return .failure(.init(defect: .offsetOutOfOrder(row: row))) }
                guard let value = String(validating: characters[start..<end], as: UTF8.self) else {
                    return .failure(.init(defect: .invalidUTF8(row: row)))
                }
                values.append(value)
                start = end
            }
            guard start == length else { return .failure(.init(defect: .wrongLength(all.count, rows: rows))) }
            return .success(values)
        }
        return try read.get()
    }
}
