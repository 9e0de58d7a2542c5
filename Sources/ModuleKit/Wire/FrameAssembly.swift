/// Collects the tables of a message into a body, then puts prefix, header and body together.
struct FrameAssembly {
    private(set) var layouts: [TableLayout] = []
    private var body: [UInt8] = []

    /// The table's place in the header's list.
    mutating func add(_ table: Table) throws(WireError) -> Int {
        body.reserveCapacity(body.count + TableBytes.size(of: table))
        var columns: [ColumnLayout] = []
        for (name, column) in zip(table.names, table.columns) {
            let offset = body.count
            let kind = try TableBytes.append(column, named: name, to: &body)
            columns.append(
                ColumnLayout(name: name, type: kind.rawValue, offset: offset, length: body.count - offset))
        }
        layouts.append(TableLayout(rows: table.rowCount, columns: columns))
        return layouts.count - 1
    }

    consuming func frame(kind: String, content: some Codable) throws(WireError) -> [UInt8] {
        let header = try JSONHeader.encode(FrameHeader(kind: kind, content: content, tables: layouts))
        guard header.count <= UInt32.max else { throw .tooLarge(bytes: UInt64(header.count), limit: Int(UInt32.max)) }
        var frame = FramePrefix(headerLength: header.count, bodyLength: body.count).bytes
        frame.reserveCapacity(frame.count + header.count + body.count)
        frame += header
        frame += body
        return frame
    }
}
