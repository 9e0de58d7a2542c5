/// A frame taken apart: its header's bytes and the tables of its body, read one by one.
struct FrameContents {
    let envelope: FrameEnvelope
    private let header: ArraySlice<UInt8>
    private let body: ArraySlice<UInt8>

    /// - Parameter bytes: exactly one frame.
    init(_ bytes: [UInt8], limits: WireLimits) throws(WireError) {
        let prefix = try FramePrefix(bytes, limits: limits)
        guard bytes.count >= prefix.frameLength else {
            throw .truncated(expected: prefix.frameLength, found: bytes.count)
        }
        guard bytes.count == prefix.frameLength else { throw .trailing(bytes.count - prefix.frameLength) }
        header = bytes[FramePrefix.byteCount..<FramePrefix.byteCount + prefix.headerLength]
        body = bytes[(FramePrefix.byteCount + prefix.headerLength)...]
        envelope = try JSONHeader.decode(FrameEnvelope.self, from: header)
        guard envelope.contract == Manifest.currentContract else { throw .otherContract(envelope.contract) }
    }

    /// What the header says, and every table that it describes.
    func read<Content: Codable>(_ type: Content.Type) throws(WireError) -> (content: Content, tables: [Table]) {
        let read = try JSONHeader.decode(FrameHeader<Content>.self, from: header)
        var place = 0
        var tables: [Table] = []
        for layout in read.tables {
            tables.append(try table(layout, from: &place))
        }
        guard place == body.count else { throw .trailing(body.count - place) }
        return (read.content, tables)
    }

    private func table(_ layout: TableLayout, from place: inout Int) throws(WireError) -> Table {
        var names: Set<String> = []
        var columns: [(name: String, column: Table.Column)] = []
        for column in layout.columns {
            guard names.insert(column.name).inserted else { throw .repeatedName(column.name) }
            guard let kind = ColumnLayout.Kind(rawValue: column.type) else {
                throw .badColumn(column.name, .unknownType(column.type))
            }
            // Columns lie one behind the other, so that no frame can make much out of little by naming the same
            // bytes a thousand times.
            guard column.offset == place else {
                throw .badColumn(column.name, .misplaced(offset: column.offset, expected: place))
            }
            guard column.length >= 0, column.length <= body.count - place else {
                throw .badColumn(
                    column.name, .outOfBounds(offset: column.offset, length: column.length, body: body.count))
            }
            let start = body.startIndex + place
            let bytes = body[start..<start + column.length]
            place += column.length
            do throws(WireError.ColumnDefect.Thrown) {
                columns.append((column.name, try ColumnBytes.read(kind, rows: layout.rows, from: bytes)))
            } catch {
                throw .badColumn(column.name, error.defect)
            }
        }
        guard !columns.isEmpty || layout.rows == 0 else {
            throw .unreadableHeader("a table without columns has \(layout.rows) rows")
        }
        return Table(columns)
    }
}

extension WireError.ColumnDefect {
    /// A defect on its way to the name of its column.
    struct Thrown: Error {
        var defect: WireError.ColumnDefect
    }
}
