/// What is wrong with bytes that should be a frame, or with a value that should become one. Facts; the words are in
/// `description`.
public enum WireError: Error, Sendable, Hashable {
    /// The first four bytes are not the mark of a frame.
    case badMagic([UInt8])
    /// The frame is of another version of the contract.
    case otherContract(Int)
    /// A part of the frame is longer than the reader allows.
    case tooLarge(bytes: UInt64, limit: Int)
    /// The bytes end before the frame does.
    case truncated(expected: Int, found: Int)
    /// Bytes follow the end of the frame.
    case trailing(Int)
    /// The header is not JSON, or lacks a field, or has one of another type.
    case unreadableHeader(String)
    /// A kind of message that the reader does not know.
    case unknownKind(String)
    /// The header speaks of a table that the frame does not carry.
    case noSuchTable(Int)
    /// Two columns of a table, or two tables of a request, bear one name.
    case repeatedName(String)
    case badColumn(String, ColumnDefect)
    /// An observation's column holds what no observation can.
    case unfitObservation(column: String, row: Int)
    /// A value that JSON cannot hold.
    case unwritable(String)

    /// What is wrong with a column's description or bytes. Rows count from 0.
    public enum ColumnDefect: Sendable, Hashable {
        case unknownType(String)
        /// Does not begin where the column before it ends.
        case misplaced(offset: Int, expected: Int)
        case outOfBounds(offset: Int, length: Int, body: Int)
        /// Its length is not that of so many rows.
        case wrongLength(Int, rows: Int)
        case offsetOutOfOrder(row: Int)
        case invalidUTF8(row: Int)
        case infinite(row: Int)
        case missing
        case unknown
    }
}

extension WireError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badMagic(let bytes):
            "the bytes \(bytes) stand where a frame begins (a module's own prints go to standard error)"
        case .otherContract(let version):
            "the frame is of contract \(version), this side speaks \(Manifest.currentContract)"
        case .tooLarge(let bytes, let limit): "a part of \(bytes) bytes is over the limit of \(limit)"
        case .truncated(let expected, let found): "the frame ends after \(found) of \(expected) bytes"
        case .trailing(let count): "\(count) bytes follow the end of the frame"
        case .unreadableHeader(let words): "the header can't be read: \(words)"
        case .unknownKind(let kind): "the message is of the unknown kind '\(kind)'"
        case .noSuchTable(let index): "the header names table \(index), which the frame does not carry"
        case .repeatedName(let name): "the name '\(name)' stands twice"
        case .badColumn(let name, let defect): "column '\(name)' \(defect)"
        case .unfitObservation(let column, let row):
            "row \(row) of the observations' column '\(column)' is no such value"
        case .unwritable(let words): "the message can't be written: \(words)"
        }
    }
}

extension WireError.ColumnDefect: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownType(let type): "has the unknown type '\(type)'"
        case .misplaced(let offset, let expected): "begins at \(offset), where \(expected) was due"
        case .outOfBounds(let offset, let length, let body):
            "lies at \(offset) with \(length) bytes in a body of \(body)"
        case .wrongLength(let length, let rows): "has \(length) bytes, which are not \(rows) rows"
        case .offsetOutOfOrder(let row): "has an offset out of order or out of range at row \(row)"
        case .invalidUTF8(let row): "has bytes that are not UTF-8 in row \(row)"
        case .infinite(let row): "has an infinite number in row \(row)"
        case .missing: "is missing"
        case .unknown: "is not a column of this message"
        }
    }
}
