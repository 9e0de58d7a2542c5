import ModuleKit

/// Holds what the engine says of a file against the file: every physical record loaded or set aside, and every
/// record set aside found again at its line.
struct FileAccount {
    /// Why the account does not hold.
    struct Unaccounted: Error {
        var loaded: Int
        var setAside: Int
    }

    /// One record set aside, with its value for the state folder.
    struct Line {
        var record: SetAsideRecord
        var value: String
    }

    let file: CacheIndex.File
    let lines: [Line]

    init(_ file: ReadFile, _ report: LoadReport, contract: DatasetContract, data: DataFolder) throws {
        let loaded = report.records - report.faults.count - report.expired
        let unaccounted = Unaccounted(loaded: loaded, setAside: report.faults.count + file.flaws.count)
        guard report.records == file.soundRecords, report.span == report.records else { throw unaccounted }
        var lines = file.flaws.map {
            Line(record: SetAsideRecord(file: file.path, line: $0.line, column: nil, reason: $0.reason), value: "")
        }
        if !report.faults.isEmpty {
            let found =
                file.source.schema != nil
                ? Self.rows(report.faults, of: file, contract: contract)
                : try Self.find(report.faults, in: file, contract: contract, data: data)
            guard found.count == report.faults.count else { throw unaccounted }
            lines += found
        }
        lines.sort { ($0.record.line, $0.record.reason) < ($1.record.line, $1.record.reason) }
        self.lines = lines
        let records = lines.map(\.record)
        let listed = records.filter { $0.countedIn == nil } + records.filter { $0.countedIn != nil }
        self.file = CacheIndex.File(
            path: file.path, fingerprint: file.fingerprint, records: file.recordCount, loaded: loaded,
            reasons: Dictionary(records.map { ($0.reason, 1) }, uniquingKeysWith: +),
            setAside: listed.prefix(DatasetReceipt.listLimit).sorted { ($0.line, $0.reason) < ($1.line, $1.reason) },
            repeatedFrom: Dictionary(records.compactMap { $0.countedIn.map { ($0, 1) } }, uniquingKeysWith: +),
            earliestDate: report.earliestDate, latestDate: report.latestDate, expired: report.expired)
    }

    /// Rows of a Parquet file have no lines: they are counted from 1.
    private static func rows(_ faults: [LoadReport.Fault], of file: ReadFile, contract: DatasetContract) -> [Line] {
        faults.map { fault in
            Line(
                record: SetAsideRecord(
                    file: file.path, line: fault.ordinal + 1, column: contract.columns[fault.column].name,
                    reason: fault.reason, countedIn: countedIn(fault, file)),
                value: fault.reason == .repeated ? "" : fault.value)
        }
    }

    /// Reads the file again, line by line. A record counts as found only where its value is the one that the engine read.
    private static func find(
        _ faults: [LoadReport.Fault], in file: ReadFile, contract: DatasetContract, data: DataFolder
    ) throws -> [Line] {
        let wanted = Dictionary(faults.map { ($0.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
        let unsound = Set(file.flaws.map(\.line))
        let text = file.text ?? data.absolute(file.path)
        return try FileContent.with(text, size: FileStatus(path: text)?.size ?? 0) { bytes in
            var lines: [Line] = []
            var ordinal = -2
            RegularCopy.forEachRecord(bytes) { record in
                // The header is the first; records set aside already were never given to the engine.
                if ordinal >= -1, unsound.contains(record.line) { return }
                ordinal += 1
                guard let fault = wanted[ordinal] else { return }
                let fields = RecordFields.texts(bytes, record.range)
                let column = contract.columns[fault.column]
                let places = file.source.match.places[fault.column]
                guard places.allSatisfy(fields.indices.contains) else { return }
                let isShown = column.type != .person && fault.reason != .repeated
                let isAsRead = places.isEmpty || places.contains { trimmed(fields[$0]) == fault.value }
                guard !isShown || isAsRead else { return }
                lines.append(
                    Line(
                        record: SetAsideRecord(
                            file: file.path, line: record.line, column: column.name, reason: fault.reason,
                            countedIn: countedIn(fault, file)),
                        value: isShown ? fault.value : ""))
            }
            return lines
        }
    }

    private static func countedIn(_ fault: LoadReport.Fault, _ file: ReadFile) -> String? {
        fault.reason == .repeated && fault.value != file.path ? fault.value : nil
    }

    private static func trimmed(_ text: String) -> String {
        var text = text.unicodeScalars[...]
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
