import Foundation
import Testing

/// SQL is made by a dialect, in one folder, and nothing above it knows which engine answers.
@Suite struct EngineBoundaryTests {
    /// Where the engine may be named.
    static let namingPlaces = ["Warehouse/Dialect/", "beacon/Options/EngineOption.swift"]
    /// Where statements may be written: the store of alerts has a database of its own.
    static let writingPlaces = ["Warehouse/Dialect/", "AlertStore/"]

    /// The lines of code that name the engine, and those that hold a part of a statement; comments are no code.
    static func faults(in source: String) -> (naming: [Int], writing: [Int]) {
        var (naming, writing): ([Int], [Int]) = ([], [])
        for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.drop { $0 == " " }
            if words.hasPrefix("//") { continue }
            // A comment at the end of a line; an address in a text has no space before its slashes.
            let code = words.firstRange(of: " // ").map { words[..<$0.lowerBound] } ?? words
            if code.lowercased().contains("duckdb") { naming.append(number + 1) }
            if code.contains(statement) { writing.append(number + 1) }
        }
        return (naming, writing)
    }

    /// Swift has no word in capitals, so one of these is part of a text, be it of one line or of many.
    nonisolated(unsafe) static let statement =
        /\b(SELECT|INSERT|DELETE|UPDATE|CREATE|DROP|ATTACH|PRAGMA|FROM|JOIN|WHERE|GROUP BY|ORDER BY|UNION|HAVING|COPY)\b/

    static func sources() throws -> [(path: String, text: String)] {
        let folder = ImportTableTests.root.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.sorted().map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    @Test func onlyItsDialectKnowsTheEngine() throws {
        let sources = try Self.sources()
        #expect(sources.count > 300)
        for (path, text) in sources where !Self.namingPlaces.contains(where: path.hasPrefix) {
            #expect(Self.faults(in: text).naming == [], "\(path) names the engine")
        }
    }

    @Test func onlyADialectWritesStatements() throws {
        for (path, text) in try Self.sources() where !Self.writingPlaces.contains(where: path.hasPrefix) {
            #expect(Self.faults(in: text).writing == [], "\(path) holds a part of a statement")
        }
    }

    /// A place that holds nothing of what it may would be an exception without a reason.
    @Test func everyExceptionIsUsed() throws {
        let sources = try Self.sources()
        for place in Self.namingPlaces {
            #expect(sources.contains { $0.path.hasPrefix(place) && !Self.faults(in: $0.text).naming.isEmpty }, "\(place)")
        }
        for place in Self.writingPlaces {
            #expect(sources.contains { $0.path.hasPrefix(place) && !Self.faults(in: $0.text).writing.isEmpty }, "\(place)")
        }
    }

    @Test(arguments: [
        ("let name = wanted ?? \"duckdb\"", 1, 0), ("let dialect = DuckDBDialect()", 1, 0),
        ("let text = \"SELECT *, 1 FROM (\\(statement))\"", 0, 1), ("    GROUP BY ALL", 0, 1),
        ("// as DuckDB does: SELECT", 0, 0), ("run() // DuckDB: SELECT", 0, 0), ("let selected = from.where { $0 }", 0, 0),
        ("let page = \"https://duckdb.org\"", 1, 0),
    ])
    func aFaultIsFound(line: String, naming: Int, writing: Int) {
        let faults = Self.faults(in: "import Measures\n\(line)\n")
        #expect(faults.naming == Array(repeating: 2, count: naming))
        #expect(faults.writing == Array(repeating: 2, count: writing))
    }
}
