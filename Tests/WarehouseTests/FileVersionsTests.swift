import Diagnostics
import Measures
import ModuleKit
import Randomness
import Testing

@testable import Warehouse

/// A month that is there in two versions is told with certainty, and what only looks like it is not.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct FileVersionsTests {
    private static func lines(_ numbers: ClosedRange<Int>, month: Int = 3, kind: String = "Theft") -> [String] {
        numbers.map { "\($0),2024-0\(month)-\($0 < 10 ? "0" : "")\($0),a\($0 % 2 + 1),\(kind),\($0 % 90)," }
    }

    private static func file(_ lines: [String]) -> String {
        ([Incidents.header] + lines).map { $0 + "\n" }.joined()
    }

    @Test func aMonthInTwoVersionsIsToldWithBothFilesTheMonthAndTheRemedy() async throws {
        let bench = try Workbench()
        try bench.write(Self.file(Self.lines(1...20)), to: "2024-03/2024-03-x-street.csv")
        try bench.write(
            Self.file(Self.lines(1...17) + Self.lines(18...22, kind: "Robbery")), to: "again/2024-03-x-street.csv")
        let problem = DataProblem.fileVersions(
            first: "2024-03/2024-03-x-street.csv", records: 17, months: "2024-03", dataset: "incidents")
        for _ in 1...2 {
            let result = try await bench.fetch(Incidents.contract(["**/*.csv"]), queries: [Incidents.queryAll])
            #expect(result.receipts[0].diagnostics == [Diagnostic(problem, inFile: "again/2024-03-x-street.csv")])
            #expect(result.receipts[0].loaded == 42)
            #expect(result.receipts[0].standing == .usable)
        }
        #expect(problem.severity == .warning)
        #expect(
            problem.words
                == "the file seems to be another version of `2024-03/2024-03-x-street.csv`: 17 of its records, of 2024-03, are in both; "
                + "dataset `incidents` counts them twice")
        #expect(problem.remedy == "remove the version that no longer holds from the data folder")
        #expect(bench.scriptsRun.count == 2)  // One load and one asking: the second night asks nothing.
    }

    /// Files by their lines, and the pairs that are told.
    static let cases: [(name: String, files: [(String, [String])], told: [String])] = [
        ("two forces' files of one month", [("a", lines(1...20)), ("b", lines(1...20).map { "9" + $0 })], []),
        (
            "a quarter with a month in it", [("q", lines(1...20, month: 2) + lines(1...20)), ("m", lines(1...20))],
            ["m q 20 2024-03"]
        ),
        ("under half alike", [("a", lines(1...20)), ("b", lines(1...9) + lines(1...11, kind: "Robbery"))], []),
        (
            "over half of the smaller", [("a", lines(1...9)), ("b", lines(1...5) + lines(6...28, kind: "Robbery"))],
            ["a b 5 2024-03"]
        ),
        ("two alike are chance", [("a", lines(1...2)), ("b", lines(1...2) + lines(3...3))], []),
        ("months apart", [("a", lines(1...20, month: 2)), ("b", lines(1...20))], []),
        (
            "late records of the month before, again",
            [("a", lines(1...20, month: 2)), ("b", lines(1...4, month: 2) + lines(1...20))],
            ["a b 4 2024-02"]
        ),
        (
            "three versions, each beside the one before",
            [("a", lines(1...20)), ("b", lines(1...21)), ("c", lines(1...22))],
            ["a b 20 2024-03", "b c 21 2024-03"]
        ),
        (
            "two months", [("a", lines(1...9, month: 2) + lines(1...9)), ("b", lines(1...9, month: 2) + lines(1...8))],
            ["a b 17 2024-02 to 2024-03"]
        ),
    ]

    @Test(arguments: cases.indices)
    func pairs(_ index: Int) async throws {
        let (name, files, told) = Self.cases[index]
        let bench = try Workbench()
        for (file, lines) in files { try bench.write(Self.file(lines), to: "\(file).csv") }
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        let pairs = result.receipts[0].versions.map { pair in
            "\(pair.first.dropLast(4)) \(pair.second.dropLast(4)) \(pair.records) \(pair.months ?? "")"
        }
        #expect(pairs == told, "\(name)")
        #expect(result.receipts[0].loaded == files.reduce(0) { $0 + $1.1.count })
    }

    /// Of two senders' few columns many records are equal by chance, but not equally often.
    @Test func recordsOfFewColumnsAreNotTakenForVersions() async throws {
        let contract = DatasetContract(
            name: "incidents", title: "Incidents", files: ["*.csv"],
            columns: [
                .init(name: "date", header: "Month", type: .date, required: true),
                .init(name: "kind", header: "Kind", type: .text),
            ])
        let bench = try Workbench()
        var random = SplitMix(seed: 7)
        for file in ["a", "b"] {
            let lines = (1...300).map { _ in "2024-03,kind \(Int.random(in: 1...25, using: &random))" }
            try bench.write((["Month,Kind"] + lines).map { $0 + "\n" }.joined(), to: "\(file).csv")
        }
        let apart = try await bench.fetch(contract)
        #expect(apart.receipts[0].versions.isEmpty)
        let lines = (1...300).map { "2024-03,kind \($0 % 25)" }
        for (file, more) in [("a", []), ("b", ["2024-03,kind 3"])] {
            try bench.write((["Month,Kind"] + lines + more).map { $0 + "\n" }.joined(), to: "\(file).csv")
        }
        let versions = try await bench.fetch(contract)
        #expect(versions.receipts[0].versions.map(\.records) == [288])
    }

    @Test func filesWithoutADateAreHeldAgainstEachOther() async throws {
        let contract = DatasetContract(
            name: "register", title: "Register", files: ["*.csv"],
            columns: [
                .init(name: "place", header: "Place", type: .text), .init(name: "grade", header: "Grade", type: .whole),
            ])
        let bench = try Workbench()
        try bench.write("Place,Grade\na,1\nb,2\nc,3\nd,4\n", to: "old.csv")
        try bench.write("Place,Grade\na,1\nb,2\nc,3\nd,5\n", to: "new.csv")
        let result = try await bench.fetch(contract)
        #expect(
            result.receipts[0].versions == [FileVersions(first: "new.csv", second: "old.csv", records: 3)])
    }

    @Test func filesOfAMonthEachAskNothingMore() async throws {
        let bench = try Workbench()
        for month in 1...4 { try bench.write(Self.file(Self.lines(1...9, month: month)), to: "2024-0\(month).csv") }
        _ = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(!bench.scriptsRun.contains { $0.contains("met.size") })
    }

    @Test func ofAKeyARecordInTwoFilesCountsOnceAndIsToldByThePairOfFiles() async throws {
        let bench = try Workbench()
        try bench.write(Self.file(Self.lines(1...20)), to: "a.csv")
        try bench.write(Self.file(Self.lines(1...21) + Self.lines(21...21)), to: "b.csv")
        let result = try await bench.fetch(Incidents.contract(key: ["number"]), queries: [Incidents.queryAll])
        let files = result.receipts[0].files
        #expect(files.map(\.loaded) == [20, 1])
        #expect(files.map(\.repeatedFrom) == [[:], ["a.csv": 20]])
        #expect(files.map(\.reasons) == [[:], [.repeated: 21]])
        #expect(
            result.receipts[0].setAside.last
                == SetAsideRecord(file: "b.csv", line: 23, column: "number", reason: .repeated))
        #expect(result.receipts[0].setAside.dropLast().allSatisfy { $0.countedIn == "a.csv" })
        #expect(result.receipts[0].versions.isEmpty)
    }

    @Test func parquetFilesAreHeldAgainstEachOtherToo() async throws {
        let bench = try Workbench()
        let columns =
            "range AS \"Incident\", DATE '2024-03-01' + CAST(range AS INTEGER) AS \"Date\", 'a1' AS \"Area\", 'Theft' AS \"Kind\", 1 AS \"Age\""
        try bench.writeParquet("SELECT \(columns) FROM range(20)", to: "a.parquet")
        try bench.writeParquet("SELECT \(columns) FROM range(21)", to: "b.parquet")
        let contract = Incidents.contract(["*.parquet"])
        let result = try await bench.fetch(contract, queries: [Incidents.queryAll])
        #expect(result.receipts[0].versions.map(\.records) == [20])
        #expect(result.receipts[0].files.map(\.firstMonth) == [Month(year: 2024, month: 3), Month(year: 2024, month: 3)])
        let keyed = try await bench.fetch(Incidents.contract(["*.parquet"], key: ["number"]), queries: [Incidents.queryAll])
        #expect(keyed.receipts[0].files.map(\.repeatedFrom) == [[:], ["a.parquet": 20]])
    }

    /// The months of files, and those of them that have to be looked at.
    static let spans: [([String: (Int, Int)], [String])] = [
        ([:], []), (["a": (1, 1)], []), (["a": (1, 1), "b": (2, 2), "c": (3, 3)], []),
        (["a": (1, 12), "b": (3, 3), "c": (4, 4), "d": (13, 13)], ["a", "b", "c"]),
        (["a": (1, 2), "b": (2, 3), "c": (3, 4), "d": (5, 6)], ["a", "b", "c"]),
        (["a": (5, 5), "b": (1, 1), "c": (1, 1), "d": (5, 6)], ["a", "b", "c", "d"]),
        (["a": (1, 9), "b": (2, 3), "c": (4, 5), "d": (10, 10), "e": (12, 12)], ["a", "b", "c"]),
    ]

    @Test(arguments: spans.indices)
    func onlyFilesWhoseMonthsMeetAreLookedAt(_ index: Int) throws {
        let (spans, expected) = Self.spans[index]
        let fingerprint = FileFingerprint(status: try #require(FileStatus(path: #filePath)), digest: "")
        let files = spans.map { path, months in
            func day(_ month: Int, _ day: Int) -> Int {
                Month(year: 2024, month: 1).advanced(by: month).firstDay.daysSince1970 + day
            }
            return CacheIndex.File(
                path: path, fingerprint: fingerprint, records: 1, loaded: 1, reasons: [:], setAside: [],
                earliestDate: day(months.0, 20), latestDate: day(months.1, 3 + 20))
        }
        #expect(FileVersions.candidates(files, isDated: true) == expected)
        #expect(FileVersions.candidates(files, isDated: false) == (files.count > 1 ? spans.keys.sorted() : []))
        let empty = files.map { file in
            var file = file
            file.loaded = 0
            return file
        }
        #expect(FileVersions.candidates(empty, isDated: false) == [])
    }

}
