/// What the engine wrote, cut at the lines that name the answers.
struct ScriptAnswer {
    /// By name; only answers that came whole.
    private(set) var parts: [String: Range<Int>] = [:]
    /// The answer that was begun last and not ended: the one whose statement failed.
    private(set) var unfinished: String?
    private(set) var isWhole = false
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], token: String) {
        self.bytes = bytes
        let mark = Array(token.utf8)
        var open: (name: String, start: Int)?
        var place = 0
        while place < bytes.count {
            let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
            if end - place >= mark.count, bytes[place..<(place + mark.count)].elementsEqual(mark) {
                if let open { parts[open.name] = open.start..<place }
                let name = String(decoding: bytes[min(place + mark.count + 1, end)..<end], as: UTF8.self)
                open = name.isEmpty ? nil : (name, min(end + 1, bytes.count))
                isWhole = name.isEmpty
            }
            place = end + 1
        }
        unfinished = open?.name
    }

    /// The rows of an answer, nil where there is no such answer.
    func rows(_ name: String) -> [[String]]? {
        guard let range = parts[name] else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            var rows: [[String]] = []
            var reader = RecordReader(UnsafeBufferPointer(rebasing: all[range]))
            let part = UnsafeBufferPointer(rebasing: all[range])
            while let record = reader.next() { rows.append(RecordFields.texts(part, record.range)) }
            return rows
        }
    }
}
