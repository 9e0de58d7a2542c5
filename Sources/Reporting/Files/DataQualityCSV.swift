import Measures

/// What is wrong with the data files, as CSV: a row for each file, dataset, or record that does not fit, as far as they are listed one
/// by one, and a row for the rest of a kind. Columns are added at the end only. No record's value is ever in it.
///
/// `line` is the physical line, of a Parquet file the row. `count` is the number of records; empty where it is not about records.
enum DataQualityCSV {
    static let header = ["as_of", "dataset", "kind", "file", "line", "column", "reason", "count"]

    static func text(_ notes: [DataNote], asOf: CalendarDate) -> String {
        CSVText.file(
            header: header,
            rows: notes.map { note in
                [
                    .text(asOf.description), .text(note.dataset), .text(note.kind.rawValue), .text(note.file ?? ""),
                    .number(note.line.map(Double.init)), .text(note.column ?? ""), .text(note.reason),
                    .number(note.count.map(Double.init)),
                ]
            })
    }
}
