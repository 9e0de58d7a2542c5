import Measures
import Reporting
import Testing

@Suite struct FilesCSVTests {
    private static let files = [
        DataFile(
            dataset: "violence", path: "=a.csv", standing: .used,
            counts: DataFile.Counts(records: 12, loaded: 7, setAside: 3, tooOld: 2), firstMonth: Month(year: 2024, month: 2),
            lastMonth: Month(year: 2024, month: 3), digest: "12e4567890abcdef"),
        DataFile(
            dataset: "violence", path: "b,\"1\".csv", standing: .copy,
            counts: DataFile.Counts(records: 12, loaded: 7, setAside: 3, tooOld: 2), copyOf: "=a.csv",
            firstMonth: Month(year: 2024, month: 2), lastMonth: Month(year: 2024, month: 3), digest: "12e4567890abcdef"),
        DataFile(dataset: "violence", path: "c.csv", standing: .refused, counts: nil, digest: ""),
        DataFile(
            dataset: "violence", path: "d.csv", standing: .datasetRefused,
            counts: DataFile.Counts(records: 0, loaded: 0, setAside: 0, tooOld: 0), digest: "00"),
    ]

    @Test("a row for every file, whose parts are its records; no name is run as a formula")
    func rows() throws {
        var made = MadePartnership()
        made.dataFiles = Self.files
        let rows = CSVReader.rows(try Report(made.input).text("files.csv"))
        #expect(
            rows.first == [
                "as_of", "dataset", "file", "standing", "records", "loaded", "set_aside", "too_old", "copied", "copy_of",
                "first_month", "last_month", "digest",
            ])
        #expect(
            rows.dropFirst().map { $0.dropFirst().joined(separator: "|") } == [
                "violence|'=a.csv|used|12|7|3|2|0||2024-02|2024-03|sha256:12e4567890ab",
                "violence|b,\"1\".csv|copy|12|0|0|0|12|'=a.csv|2024-02|2024-03|sha256:12e4567890ab",
                "violence|c.csv|not used|||||||||", "violence|d.csv|dataset not used|0|0|0|0|0||||sha256:00",
            ])
        for row in rows.dropFirst() where !row[4].isEmpty {
            #expect(row[5...8].compactMap(Int.init).reduce(0, +) == Int(row[4]))
        }
    }
}
