/// A small CSV file as a table of texts, for lookup tables: read whole, or not at all.
public struct CSVTable: Sendable, Hashable {
    public struct Unreadable: Error, Sendable, Equatable {
        public var reason: String
    }

    public let header: [String]
    /// As many values each as the header has.
    public let rows: [[String]]

    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Unreadable) {
        let survey: FileSurvey
        do {
            survey = try FileSurvey(bytes)
        } catch {
            throw Unreadable(reason: Self.reason(error))
        }
        if let flaw = survey.flaws.first { throw Unreadable(reason: "line \(flaw.line): \(flaw.reason.rawValue)") }
        header = survey.header
        var rows: [[String]] = []
        rows.reserveCapacity(survey.recordCount)
        var isHeader = true
        RegularCopy.forEachRecord(bytes) { record in
            if !isHeader { rows.append(RecordFields.texts(bytes, record.range).map(FileSurvey.trimmed)) }
            isHeader = false
        }
        self.rows = rows
    }

    private static func reason(_ refusal: FileSurvey.Refusal) -> String {
        switch refusal {
        case .binary: "it holds NUL bytes, so it is not CSV"
        case .empty: "it has no header"
        case .header(let flaw, _): "its header cannot be read: \(flaw.rawValue)"
        }
    }
}
