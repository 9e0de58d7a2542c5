import Diagnostics
import ModuleKit
import Testing

@testable import Warehouse

/// One defect a file: what is set aside, at which line, and what still counts.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct DefectTests {
    struct Defect: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        /// Incident numbers that count.
        var loaded: [String]
        /// `line column reason`.
        var setAside: [String] = []
        var testDescription: String { name }
    }

    static let good = ["1,2024-01-05,a1,Robbery,20,", "2,2024-02-05,a2,Theft,30,", "3,2024-02-06,,Theft,,"]

    static let defects: [Defect] = [
        Defect(name: "none", text: file(), loaded: ["1", "2", "3"]),
        Defect(name: "byte order mark", text: "\u{FEFF}" + file(), loaded: ["1", "2", "3"]),
        Defect(name: "carriage returns", text: file(end: "\r\n"), loaded: ["1", "2", "3"]),
        Defect(name: "old Mac line ends", text: file(end: "\r"), loaded: ["1", "2", "3"]),
        Defect(name: "mixed line ends", text: Incidents.header + "\r\n" + good.joined(separator: "\n") + "\n", loaded: ["1", "2", "3"]),
        Defect(name: "no last line end", text: String(file().dropLast()), loaded: ["1", "2", "3"]),
        Defect(name: "blank lines", text: Incidents.header + "\n\n" + good.joined(separator: "\n\n") + "\n\n\n", loaded: ["1", "2", "3"]),
        Defect(
            name: "quoted comma, quote and line end",
            text: file("4,2024-03-01,a1,Theft,1,\"a, \"\"b\"\"\nc\"", "5,2024-03-01,a1,Theft,x,"),
            loaded: ["1", "2", "3", "4"], setAside: ["7 age wrong type"]),
        Defect(
            name: "unclosed quote", text: file("4,2024-03-01,a1,Theft,1,\"no end", "5,2024-03-01,a1,Theft,1,", "6,2024-03-01,a1,Theft,1,\"end\""),
            loaded: ["1", "2", "3", "5", "6"], setAside: ["5 - quotes do not close"]),
        Defect(
            name: "unclosed quote at the end", text: file("4,2024-03-01,a1,Theft,1,\"no end"),
            loaded: ["1", "2", "3"], setAside: ["5 - quotes do not close"]),
        Defect(
            name: "text behind a quote", text: file("4,2024-03-01,a1,\"Theft\"s,1,", "5,2024-03-01,a1,Theft,1,"),
            loaded: ["1", "2", "3", "5"], setAside: ["5 - quotes do not close"]),
        Defect(name: "quote inside a value", text: file("4,2024-03-01,a1,Theft,1,5\" knife"), loaded: ["1", "2", "3", "4"]),
        Defect(
            name: "too few fields", text: file("4,2024-03-01,a1", "5,2024-03-01,a1,Theft,1,"),
            loaded: ["1", "2", "3", "5"], setAside: ["5 - wrong number of fields"]),
        Defect(
            name: "too many fields", text: file("4,2024-03-01,a1,Theft,1,,7", "5,2024-03-01,a1,Theft,1,"),
            loaded: ["1", "2", "3", "5"], setAside: ["5 - wrong number of fields"]),
        Defect(name: "header only", text: Incidents.header + "\n", loaded: []),
        Defect(
            name: "swapped columns", text: "Note,Age,Kind,Area,Date,Incident\n,20,Robbery,a1,2024-01-05,1\n",
            loaded: ["1"]),
        Defect(name: "further columns", text: "Extra," + Incidents.header + "\nx,1,2024-01-05,a1,Robbery,20,\n", loaded: ["1"]),
        Defect(
            name: "required value missing", text: file(",2024-03-01,a1,Theft,1,", "5, ,a1,Theft,1,"),
            loaded: ["1", "2", "3"], setAside: ["5 number required value missing", "6 date required value missing"]),
        Defect(
            name: "no such area", text: file("4,2024-03-01,zz,Theft,1,"), loaded: ["1", "2", "3"], setAside: ["5 area unknown area"]),
        Defect(
            name: "no such code", text: file("4,2024-03-01,a1,theft,1,"), loaded: ["1", "2", "3"],
            setAside: ["5 kind not an allowed value"]),
        Defect(
            name: "out of range", text: file("4,2024-03-01,a1,Theft,121,", "5,2024-03-01,a1,Theft,-1,", "6,2024-03-01,a1,Theft,1e2,"),
            loaded: ["1", "2", "3", "6"], setAside: ["5 age out of range", "6 age out of range"]),
        Defect(
            name: "no whole number", text: file("4,2024-03-01,a1,Theft,2.5,", "5,2024-03-01,a1,Theft,nan,", "6,2024-03-01,a1,Theft,1_0,"),
            loaded: ["1", "2", "3"], setAside: ["5 age wrong type", "6 age wrong type", "7 age wrong type"]),
        Defect(
            name: "dates", text: file(
                "4,1899-12-31,a1,Theft,1,", "5,2199-01-01,a1,Theft,1,", "6,31/03/2024,a1,Theft,1,", "7,2024-02-30,a1,Theft,1,",
                "8,2024,a1,Theft,1,", "9,2024-05,a1,Theft,1,", "10,31/12/24,a1,Theft,1,", "11,2028-01-01,a1,Theft,1,"),
            loaded: ["1", "2", "3", "6", "8", "9"],
            setAside: [
                "5 date date out of range", "6 date date out of range", "8 date wrong type", "11 date date out of range",
                "12 date date out of range",
            ]),
    ]

    private static func file(_ more: String..., end: String = "\n") -> String {
        ([Incidents.header] + good + more).map { $0 + end }.joined()
    }

    @Test(arguments: defects)
    func oneDefectCostsOneRecord(_ defect: Defect) async throws {
        let bench = try Workbench()
        try bench.write(defect.text, to: "one.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        let receipt = try #require(result.receipt("incidents"))
        let numbers = try result.table().rows.map { $0[0] }
        #expect(numbers.sorted() == defect.loaded.sorted())
        #expect(receipt.setAside.map { "\($0.line) \($0.column ?? "-") \($0.reason.rawValue)" } == defect.setAside)
        #expect(receipt.loaded == defect.loaded.count)
        #expect(receipt.records == defect.loaded.count + defect.setAside.count)
        #expect(receipt.setAsideCounts.values.reduce(0, +) == defect.setAside.count)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func bytesThatAreNotUTF8CostOneRecord() async throws {
        let bench = try Workbench()
        try bench.write(Array(Self.file().utf8) + Array("4,2024-03-01,a1,Theft,1,caf".utf8) + [0xE9, 0x0A], to: "one.csv")
        let receipt = try #require(try await bench.fetch(Incidents.contract()).receipt("incidents"))
        #expect(receipt.loaded == 3)
        #expect(receipt.setAside == [SetAsideRecord(file: "one.csv", line: 5, column: nil, reason: .encoding)])
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var problem: DataProblem
        var testDescription: String { name }
    }

    static let badFiles: [BadFile] = [
        BadFile(name: "empty", bytes: [], problem: .fileEmpty),
        BadFile(name: "binary", bytes: Array((Incidents.header + "\n1,\0").utf8), problem: .fileBinary),
        BadFile(
            name: "renamed column", bytes: Array("Incident,Date,Area,Kinds,Age\n1,2024-01-01,a1,Theft,1\n".utf8),
            problem: .columnMissing(header: "Kind", column: "kind", headers: ["Incident", "Date", "Area", "Kinds", "Age"])),
        BadFile(
            name: "column twice", bytes: Array("Incident,Date,Area,Kind,Age,Date\n".utf8),
            problem: .columnRepeated(header: "Date")),
    ]

    @Test(arguments: badFiles)
    func aBadFileIsRefusedAndTheOthersStillCount(_ file: BadFile) async throws {
        let bench = try Workbench()
        try bench.write(Self.file(), to: "a.csv")
        try bench.write(file.bytes, to: "b.csv")
        for _ in 1...2 {
            let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
            let receipt = try #require(result.receipt("incidents"))
            #expect(receipt.files.map(\.refused) == [false, true])
            #expect(receipt.diagnostics == [Diagnostic(file.problem, inFile: "b.csv")])
            #expect(try result.table().rowCount == 3)
        }
    }

    @Test func aRenamedColumnIsToldWithTheNearMiss() {
        let problem = DataProblem.columnMissing(header: "Kind", column: "kind", headers: ["Date", "Kinds"])
        #expect(problem.words == "the file has no column `Kind` (`kind` in the dataset); its header names `Date`, `Kinds`")
        #expect(problem.nearMiss == "Kinds")
    }

    @Test func aDatasetWithTooManyUnfitRecordsIsNotUsed() async throws {
        let bench = try Workbench()
        try bench.write(Self.file("4,2024-03-01,zz,Theft,1,"), to: "one.csv")
        let most = Incidents.contract(mostUnfit: 0.2)
        let result = try await bench.fetch(most, queries: [Incidents.queryAll])
        #expect(result.receipts.first?.standing == .refused)
        #expect(result.tables.values.first == .failure(.datasetRefused("incidents")))
        #expect(result.diagnostics.diagnostics.map(\.problem.code) == ["data-too-many-unfit"])
        let enough = try await bench.fetch(Incidents.contract(mostUnfit: 0.25), queries: [Incidents.queryAll])
        #expect(try enough.table().rowCount == 3)
    }

    @Test func ofRecordsWithOneKeyTheFirstByFileAndLineCounts() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,", "2,2024-01-01,a1,Theft,2,", "1,2024-01-01,a1,Theft,3,"), to: "b.csv")
        let contract = Incidents.contract(key: ["number"])
        let ages = Query("q", of: "incidents", by: [.column("number")], measures: [Measure("age", .sum("age"))])
        let first = try await bench.fetch(contract, queries: [ages])
        #expect(try first.table().rows == [["1", "1"], ["2", "2"]])
        #expect(first.receipts[0].setAside == [SetAsideRecord(file: "b.csv", line: 4, column: "number", reason: .repeated)])
        // A file that comes later and stands earlier takes the key.
        try bench.write(Incidents.file("2,2024-01-01,a1,Theft,9,"), to: "a.csv")
        let second = try await bench.fetch(contract, queries: [ages])
        #expect(try second.table().rows == [["1", "1"], ["2", "9"]])
        #expect(second.receipts[0].setAside.map { "\($0.file):\($0.line)" } == ["b.csv:3", "b.csv:4"])
    }

    @Test func equalRecordsAreKept() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,", "1,2024-01-01,a1,Theft,1,"), to: "a.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try result.table().rows == [["1", "2"]])
    }
}
