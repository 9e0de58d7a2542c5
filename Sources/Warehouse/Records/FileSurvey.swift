/// What a whole CSV file holds, before any engine has seen it.
struct FileSurvey: Sendable {
    struct Flaw: Sendable {
        var line: Int
        var reason: SetAsideReason
    }

    var header: [String]
    /// Physical records behind the header.
    var recordCount: Int
    /// Records that are no CSV or no UTF-8.
    var flaws: [Flaw]
    /// Whether an engine can be given the file as it is: every record regular, one kind of line end.
    var isRegular: Bool
    var lineEnds: LineEnds

    enum LineEnds: Sendable, Hashable { case lineFeed, carriageReturnLineFeed }

    enum Refusal: Error, Equatable {
        case empty, binary
        /// The header is no record; with its first line as far as it is of any use.
        case header(SetAsideReason, line: String)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        guard ByteSearch.first(0, in: bytes) == nil else { throw .binary }
        var reader = RecordReader(bytes)
        guard let head = reader.next() else { throw .empty }
        if let flaw = head.flaw {
            throw .header(flaw, line: String(decoding: bytes[head.range].prefix(10_000), as: UTF8.self))
        }
        header = RecordFields.texts(bytes, head.range).map(Self.trimmed)
        reader.expectedFields = header.count
        recordCount = 0
        flaws = []
        isRegular = head.line == 1 && !head.isIrregular && reader.line == 2
        var lineAfterLast = reader.line
        while let record = reader.next() {
            recordCount += 1
            // A blank line between records: some engines make a record of it.
            if record.line != lineAfterLast { isRegular = false }
            lineAfterLast = reader.line
            if let reason = record.flaw {
                flaws.append(Flaw(line: record.line, reason: reason))
            } else if !record.isASCII, String(validating: bytes[record.range], as: UTF8.self) == nil {
                flaws.append(Flaw(line: record.line, reason: .encoding))
            } else if record.isIrregular {
                isRegular = false
            }
        }
        let isMixed = reader.sawCarriageReturnLineFeed && reader.sawBareLineFeed
        let endsBlank = reader.line > lineAfterLast
        if !flaws.isEmpty || reader.lineEnd != 0x0A || isMixed || endsBlank { isRegular = false }
        lineEnds = reader.sawCarriageReturnLineFeed ? .carriageReturnLineFeed : .lineFeed
    }

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
