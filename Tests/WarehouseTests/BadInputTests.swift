import Diagnostics
import Foundation
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// What goes wrong with whole files: each with its whole outcome. Single defects of records are in `DefectTests`, paths and patterns in
/// `FileFindingTests`.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct BadInputTests {
    private static let first = Incidents.file("1,2024-01-05,a1,Theft,1,", "2,2024-01-06,a2,Theft,1,")

    @Test func aFileCutOffInARecordLosesThatRecord() async throws {
        let bench = try Workbench()
        try bench.write(String(Self.first.dropLast(9)), to: "a.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try result.table().rows == [["1", "1"]])
        #expect(result.receipts[0].setAside == [SetAsideRecord(file: "a.csv", line: 3, column: nil, reason: .fieldCount)])
        #expect(result.diagnostics.isEmpty)
    }

    @Test func aColumnRenamedBetweenMonthsRefusesTheLaterMonthAlone() async throws {
        let bench = try Workbench()
        try bench.write(Self.first, to: "2024-01.csv")
        try bench.write("Incident,Date,Area,Offence,Age,Note\n3,2024-02-05,a1,Theft,1,\n", to: "2024-02.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try result.table().rows == [["1", "1"], ["2", "1"]])
        let receipt = result.receipts[0]
        #expect(receipt.standing == .usable)
        #expect(receipt.files.map(\.refused) == [false, true])
        #expect(receipt.months.map(\.description) == ["2024-01"])
        #expect(
            receipt.diagnostics.map { "\($0.path ?? "") \($0.problem.code)" } == ["2024-02.csv data-column-missing"])
    }

    @Test func twoFilesForOneMonthCountOnceWhereTheyAreEqualAndBothWhereTheyAreNot() async throws {
        let bench = try Workbench()
        try bench.write(Self.first, to: "2024-01.csv")
        try bench.write(Self.first, to: "2024-01 (1).csv")
        for _ in 1...2 {
            let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
            #expect(try result.table().rows == [["1", "1"], ["2", "1"]])
            #expect(
                result.receipts[0].diagnostics == [
                    Diagnostic(DataProblem.fileCopied(first: "2024-01 (1).csv", dataset: "incidents"), inFile: "2024-01.csv")
                ])
            #expect(result.receipts[0].standing == .usable)
        }
        // Two senders' files of one month.
        try bench.write(Incidents.file("3,2024-01-07,a1,Theft,1,"), to: "2024-01 (1).csv")
        let both = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try both.table().rows.map { $0[0] } == ["1", "2", "3"])
        #expect(both.diagnostics.isEmpty)
    }

    @Test func aFileReplacedWhileItIsReadIsLeftOutAndReadTheNextTime() async throws {
        let bench = try Workbench()
        try bench.write(Self.first, to: "a.csv")
        try bench.write(Incidents.file("9,2024-01-07,a1,Theft,1,"), to: "b.csv")
        let path = "\(bench.data)/b.csv"
        let other = Data(Incidents.file("8,2024-01-07,a2,Theft,1,").utf8)
        let contract = Incidents.contract()
        let warehouse = bench.warehouse(tamper: { script in
            if script.contains("read_csv") { try? other.write(to: URL(filePath: path)) }
            return script
        })
        let result = try await warehouse.fetch(bench.request([contract], queries: [Incidents.queryAll]))
        #expect(try result.table().rows.map { $0[0] } == ["1", "2"])
        #expect(result.receipts[0].files.map(\.refused) == [false, true])
        #expect(
            result.receipts[0].diagnostics == [
                Diagnostic(DataProblem.fileUnreadable(reason: "it changed or went while it was read"), inFile: "b.csv")
            ])
        let next = try await bench.fetch(contract, queries: [Incidents.queryAll])
        #expect(try next.table().rows.map { $0[0] } == ["1", "2", "8"])
    }

    @Test func aLineOf200MegabytesIsSetAsideAndTheRestCounts() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-05,a1,Theft,1,"), to: "a.csv")
        let file = try #require(FileHandle(forWritingAtPath: "\(bench.data)/a.csv"))
        try file.seekToEnd()
        let piece = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 1...200 { try file.write(contentsOf: piece) }
        try file.write(contentsOf: Data("\n2,2024-01-06,a2,Theft,1,\n".utf8))
        try file.close()
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try result.table().rows == [["1", "1"], ["2", "1"]])
        #expect(result.receipts[0].setAside == [SetAsideRecord(file: "a.csv", line: 3, column: nil, reason: .tooLong)])
        #expect(result.receipts[0].records == 3)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func patternsThatLeadOutOrFindNothingAreTold() async throws {
        let bench = try Workbench()
        try Data(Self.first.utf8).write(to: URL(filePath: "\(bench.root)/secret.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.data)/link.csv", withDestinationPath: "\(bench.root)/secret.csv")
        let outside = try await bench.fetch(
            Incidents.contract(["../secret.csv", "link.csv"]), queries: [Incidents.queryAll])
        #expect(outside.receipts[0].standing == .missing)
        #expect(
            Set(outside.receipts[0].diagnostics.map(\.problem.code)) == [
                "data-pattern-escapes", "data-link-escapes", "data-no-files",
            ])
        #expect(outside.tables.values.first == .failure(.datasetMissing("incidents")))
        let none = try await bench.fetch(Incidents.contract(["none-*.csv"]), queries: [Incidents.queryAll])
        #expect(
            none.receipts[0].diagnostics == [
                Diagnostic(DataProblem.noFiles(patterns: ["none-*.csv"], dataset: "incidents"))
            ])
    }
}
