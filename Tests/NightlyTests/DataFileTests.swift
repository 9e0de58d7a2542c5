import Diagnostics
import Foundation
import Measures
import ModuleKit
import Reporting
import Testing
import Warehouse

@testable import Nightly

/// What became of every file and record, from the data folder to what readers get.
@Suite(.enabled(if: ProjectPlaces.engine != nil, "needs DuckDB"))
struct DataFileTests {
    private static let header = "Incident,Date,Age\n"

    private static func lines(_ numbers: ClosedRange<Int>, month: String = "2024-03", age: String = "30") -> String {
        numbers.map { "N\($0),\(month)-\(1 + $0 % 28 < 10 ? "0" : "")\(1 + $0 % 28),\(age)\n" }.joined()
    }

    private static func receipt(
        _ files: [String: String], key: [String] = [], mostUnfit: Double = 1, retention: Int? = nil,
        links: [String: String] = [:]
    ) async throws -> DatasetReceipt {
        let trial = try TrialRun()
        defer { trial.remove() }
        for (path, text) in files {
            let url = trial.data.appending(path: path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try trial.write(text, to: url)
        }
        if !links.isEmpty { try trial.write("x\n", to: trial.folder.appending(path: "outside.csv")) }
        for (path, target) in links {
            try FileManager.default.createSymbolicLink(
                at: trial.data.appending(path: path), withDestinationURL: trial.data.appending(path: target))
        }
        let contract = DatasetContract(
            name: "incidents", title: "Incidents", files: ["**/*.csv"],
            columns: [
                .init(name: "number", header: "Incident", type: .text, required: true),
                .init(name: "date", header: "Date", type: .date, required: true),
                .init(name: "age", header: "Age", type: .whole, minimum: 0, maximum: 120),
            ],
            key: key, retentionMonths: retention, mostUnfit: mostUnfit)
        let asOf = try #require(CalendarDate("2024-05-31"))
        let result = try await Warehouse(settings: WarehouseSettings(program: ProjectPlaces.engine)).fetch(
            FetchRequest(
                dataFolder: trial.data.path, stateFolder: trial.folder.appending(path: "state").path, contracts: [contract],
                geography: Geography(levels: [], areas: [], placements: []), asOf: asOf, queries: []))
        return try #require(result.receipts.first)
    }

    private static func records(_ receipt: DatasetReceipt, naming limit: Int = .max) -> [String] {
        DataNotes.notes(of: [receipt], [], in: Geography(levels: [], areas: [], placements: []), naming: limit).map { note in
            [
                note.kind.rawValue, note.file ?? "", note.line.map { "\($0)" } ?? "", note.reason,
                note.count.map { "\($0)" } ?? "",
            ]
            .joined(separator: "|")
        }
    }

    @Test("of every file: loaded, set aside, too old and copied are its physical records")
    func accounts() async throws {
        let receipt = try await Self.receipt(
            [
                "a.csv": Self.header + Self.lines(1...9) + Self.lines(10...12, age: "x"),
                "b/a.csv": Self.header + Self.lines(1...9) + Self.lines(10...12, age: "x"),
                "c.csv": Self.header + Self.lines(20...24, month: "2019-01") + Self.lines(25...27, month: "2024-02")
                    + "N9\n",
                "d.csv": "Incident,Date\nN1,2024-01-01\n", "e.csv": Self.header,
            ], retention: 24, links: ["f.csv": "c.csv", "g.csv": "gone.csv", "h.csv": "../outside.csv"])
        let files = DataFiles.files(of: [receipt])
        let rows = files.map { file in
            let counts = file.counts.map { "\($0.records)=\($0.loaded)+\($0.setAside)+\($0.tooOld)" } ?? "-"
            let months = [file.firstMonth, file.lastMonth].compactMap { $0?.description }.joined(separator: "..")
            return "\(file.path) \(file.standing.rawValue) \(counts) \(file.copyOf ?? "") \(months)"
        }
        #expect(
            rows == [
                "a.csv used 12=9+3+0  2024-03..2024-03", "b/a.csv copy 12=9+3+0 a.csv 2024-03..2024-03",
                "c.csv used 9=3+1+5  2024-02..2024-02", "d.csv not used -  ", "e.csv used 0=0+0+0  ",
                "f.csv copy 9=3+1+5 c.csv 2024-02..2024-02", "g.csv not used -  ", "h.csv not used -  ",
            ])
        for file in files {
            guard let counts = file.counts else { continue }
            #expect(counts.loaded + counts.setAside + counts.tooOld == counts.records, "\(file.path)")
        }
        #expect(files.first?.digest.count == 64 && files.first?.digest == files[1].digest)
    }

    @Test("a dataset that is not used has files that are not")
    func refused() async throws {
        let receipt = try await Self.receipt(["a.csv": Self.header + Self.lines(1...9, age: "x")], mostUnfit: 0.05)
        #expect(DataFiles.files(of: [receipt]).map(\.standing) == [.datasetRefused])
    }

    @Test("a file with thousands of unfit records hides no other file's, and says how many more it has")
    func limits() async throws {
        let receipt = try await Self.receipt([
            "a.csv": Self.header + Self.lines(1...1_300, age: "x") + Self.lines(1...2, age: "130"),
            "b.csv": Self.header + Self.lines(1...2, age: "x"),
        ])
        let notes = Self.records(receipt)
        let set = notes.filter { $0.hasPrefix("records set aside|") }
        #expect(set.filter { $0.hasPrefix("records set aside|a.csv|") && $0.hasSuffix("|wrong type|1") }.count == 1_000)
        #expect(
            set.filter { !$0.hasPrefix("records set aside|a.csv|") || !$0.hasSuffix("|wrong type|1") } == [
                "records set aside|a.csv||out of range, in other lines|2",
                "records set aside|a.csv||wrong type, in other lines|300",
                "records set aside|b.csv|2|wrong type|1", "records set aside|b.csv|3|wrong type|1",
            ])
        #expect(
            Self.records(receipt, naming: 2).filter { $0.hasPrefix("records set aside|") } == [
                "records set aside|a.csv||out of range, in other lines|2", "records set aside|a.csv|2|wrong type|1",
                "records set aside|a.csv|3|wrong type|1", "records set aside|a.csv||wrong type, in other lines|1298",
                "records set aside|b.csv||wrong type, in other lines|2",
            ])
    }

    @Test("two versions of a month are one line, with a key and without")
    func versions() async throws {
        let files = ["old/m.csv": Self.header + Self.lines(1...30), "new/m.csv": Self.header + Self.lines(1...33)]
        #expect(
            try await Self.records(Self.receipt(files)) == [
                "file in two versions|old/m.csv||most of what is in it for 2024-03 is in new/m.csv too, and counts twice: remove the one that no longer holds|"
            ])
        #expect(
            try await Self.records(Self.receipt(files, key: ["number"])) == [
                "repeated records|old/m.csv||repeated key, which new/m.csv has|30"
            ])
    }

    @Test("every column that a file lacks is named, and another file of the same name is not taken for it")
    func missingColumns() async throws {
        let receipt = try await Self.receipt([
            "m.csv": "Number,Date,Years\nN1,2024-03-01,30\n", "b/m.csv": "Incident;Date;Age\nN1;2024-03-01;30\n",
        ])
        #expect(
            Self.records(receipt).filter { $0.hasPrefix("file not used") } == [
                "file not used|b/m.csv||the file is separated by semicolons (`;`), not by commas|",
                "file not used|m.csv||the file has no column `Incident` (`number` in the dataset); "
                    + "the file has no column `Age` (`age` in the dataset)|",
            ])
    }
}
