import Diagnostics
import Foundation
import ModuleKit
import Testing

@testable import Warehouse

/// CSV that is packed, or written in another encoding than UTF-8.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct TextFileTests {
    private static let notes = Query("q", of: "incidents", by: [.column("note")], measures: [Measure("n", .count)])

    private static func contract(_ encoding: DatasetContract.Encoding, _ files: String = "*.csv") -> DatasetContract {
        var contract = Incidents.contract([files])
        contract.encoding = encoding
        contract.columns.append(.init(name: "note", header: "Note", type: .text))
        return contract
    }

    private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test(arguments: [
        (DatasetContract.Encoding.windows1252, String.Encoding.windowsCP1252, "Café “€5”"),
        (.latin1, .isoLatin1, "Café £5 ¦"),
        (.utf16, .utf16LittleEndian, "Café “€5” 🚓"), (.utf16, .utf16BigEndian, "Café 🚓"), (.utf8, .utf8, "Café 🚓"),
    ])
    func textsAreReadAsMeant(_ encoding: DatasetContract.Encoding, _ written: String.Encoding, _ note: String) async throws {
        let bench = try Workbench()
        let text = Incidents.file("1,2024-01-05,a1,Theft,1,\(note)", "2,2024-01-05,a1,Theft,one,\(note)")
        let mark: [UInt8] = written == .utf16BigEndian ? [0xFE, 0xFF] : written == .utf16LittleEndian ? [0xFF, 0xFE] : []
        try bench.write(mark + Self.bytes(text, written), to: "a.csv")
        let result = try await bench.fetch(Self.contract(encoding), queries: [Self.notes])
        #expect(try result.table().rows == [[note, "1"]])
        #expect(result.receipts[0].setAside == [SetAsideRecord(file: "a.csv", line: 3, column: "age", reason: .type)])
        #expect(result.diagnostics.isEmpty)
        #expect(try await bench.fetch(Self.contract(encoding), queries: [Self.notes]).engineStarts == 0)
    }

    @Test func whatIsNoCharacterOfTheEncodingCostsItsRecord() async throws {
        let bench = try Workbench()
        let head = Array((Incidents.header + "\n1,2024-01-05,a1,Theft,1,").utf8)
        try bench.write(head + [0x81, 0x0A] + Array("2,2024-01-05,a1,Theft,1,plain\n".utf8), to: "a.csv")
        let result = try await bench.fetch(Self.contract(.windows1252), queries: [Self.notes])
        #expect(try result.table().rows == [["plain", "1"]])
        #expect(result.receipts[0].setAside == [SetAsideRecord(file: "a.csv", line: 2, column: nil, reason: .encoding)])

        let lone = try Self.bytes(Incidents.header + "\n1,2024-01-05,a1,Theft,1,", .utf16LittleEndian) + [0x00, 0xD8]
        let rest = try Self.bytes("\n2,2024-01-05,a1,Theft,1,plain\n", .utf16LittleEndian)
        try bench.write(lone + rest, to: "a.csv")
        let halved = try await bench.fetch(Self.contract(.utf16), queries: [Self.notes])
        #expect(try halved.table().rows == [["plain", "1"]])
        #expect(halved.receipts[0].setAside == [SetAsideRecord(file: "a.csv", line: 2, column: nil, reason: .encoding)])
    }

    @Test func aFileInAnotherEncodingThanStatedIsRefused() async throws {
        let bench = try Workbench()
        try bench.write(try Self.bytes(Incidents.file("1,2024-01-05,a1,Theft,1,"), .utf16LittleEndian), to: "a.csv")
        let receipt = try #require(try await bench.fetch(Self.contract(.utf8)).receipt("incidents"))
        let problem = try #require(receipt.diagnostics.first?.problem)
        #expect(problem.words == "the file holds NUL bytes, so it is not CSV")
        #expect(problem.remedy == "save it as CSV; where it is UTF-16, state `encoding: utf-16` in the dataset")
    }

    /// Packs a file with the system's gzip.
    private func pack(_ text: String, to path: String, of bench: Workbench) throws {
        try bench.write(text, to: "plain")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "gzip -c '\(bench.data)/plain' > '\(bench.data)/\(path)' && rm '\(bench.data)/plain'"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func packedFilesAreAccountedForLineByLine() async throws {
        let bench = try Workbench()
        let contract = Self.contract(.utf8, "*.csv*")
        try pack(
            Incidents.file("1,2024-01-05,a1,Theft,1,x", "2,2024-01-05,zz,Theft,1,x", "3,2024-01"), to: "a.csv.gz", of: bench)
        try bench.write(Incidents.file("4,2024-01-05,a1,Theft,1,y"), to: "b.csv")
        let result = try await bench.fetch(contract, queries: [Self.notes])
        #expect(try result.table().rows == [["x", "1"], ["y", "1"]])
        let receipt = result.receipts[0]
        #expect(receipt.files.map(\.records) == [3, 1])
        #expect(
            receipt.setAside == [
                SetAsideRecord(file: "a.csv.gz", line: 3, column: "area", reason: .area),
                SetAsideRecord(file: "a.csv.gz", line: 4, column: nil, reason: .fieldCount),
            ])
        #expect(try await bench.fetch(contract, queries: [Self.notes]).engineStarts == 0)
    }

    @Test func aPackedFileThatIsCutOffIsRefused() async throws {
        let bench = try Workbench()
        try pack(
            Incidents.file((1...200).map { "\($0),2024-01-05,a1,Theft,1,note \($0 * 7919)" }.joined(separator: "\n")),
            to: "a.csv.gz", of: bench)
        let whole = try #require(FileManager.default.contents(atPath: "\(bench.data)/a.csv.gz"))
        try bench.write(Array(whole.prefix(whole.count / 2)), to: "a.csv.gz")
        try bench.write(Incidents.file("1,2024-01-05,a1,Theft,1,"), to: "plain.csv.gz")
        let receipt = try #require(try await bench.fetch(Self.contract(.utf8, "*.gz")).receipt("incidents"))
        #expect(receipt.files.map(\.refused) == [true, true])
        let words = receipt.diagnostics.filter { $0.path != nil }.map(\.problem.words)
        #expect(words.count == 2)
        #expect(words[0].hasPrefix("the file cannot be unpacked: it "))
        #expect(words[1] == "the file cannot be unpacked: it is no gzip file, or damaged")
    }
}
