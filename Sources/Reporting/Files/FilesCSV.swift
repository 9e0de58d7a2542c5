import Measures

/// What became of every data file, as CSV: a row for each dataset and file, in the order of the datasets and of the paths. Columns are added
/// at the end only.
///
/// `loaded`, `set_aside`, `too_old` and `copied` add up to `records`; of a copy all are `copied`, since the file in `copy_of` brings them. They are
/// empty where a file could not be read. `digest` is the beginning of the content's SHA-256.
enum FilesCSV {
    static let header = [
        "as_of", "dataset", "file", "standing", "records", "loaded", "set_aside", "too_old", "copied", "copy_of",
        "first_month",
        "last_month", "digest",
    ]

    private static let digestLength = 12

    static func text(_ files: [DataFile], asOf: CalendarDate) -> String {
        CSVText.file(header: header, rows: files.map { row($0, asOf: asOf) })
    }

    private static func row(_ file: DataFile, asOf: CalendarDate) -> [CSVCell] {
        let isCopy = file.standing == .copy
        func count(_ count: KeyPath<DataFile.Counts, Int>, ofCopy: Int? = 0) -> CSVCell {
            .number(file.counts.map { Double(isCopy ? ofCopy ?? $0[keyPath: count] : $0[keyPath: count]) })
        }
        return [
            .text(asOf.description), .text(file.dataset), .text(file.path), .text(file.standing.rawValue),
            count(\.records, ofCopy: nil), count(\.loaded), count(\.setAside), count(\.tooOld),
            .number(file.counts.map { isCopy ? Double($0.records) : 0 }), .text(file.copyOf ?? ""),
            .text(file.firstMonth?.description ?? ""), .text(file.lastMonth?.description ?? ""),
            .text(file.digest.isEmpty ? "" : "sha256:\(file.digest.prefix(digestLength))"),
        ]
    }
}
