import Diagnostics
import ModuleKit
import Testing

@testable import Warehouse

/// Files of more records than the engine reads at once, side by side: each record is at its own place.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct LongFileTests {
    /// Of each of a hundred kinds, with a place that must be known.
    private static let contract = DatasetContract(
        name: "incidents", title: "Incidents", files: ["*.csv"],
        columns: [
            .init(name: "number", header: "Incident", type: .text, required: true),
            .init(name: "date", header: "Date", type: .date, required: true),
            .init(name: "area", header: "Area", type: .area),
            .init(name: "kind", header: "Kind", type: .text, codes: (0..<100).map { "kind \($0)" }),
            .init(name: "age", header: "Age", type: .whole, minimum: 0, maximum: 120),
        ], key: ["number"], extent: .partnership, mostUnfit: 1)

    /// - Parameter unfit: lines that don't fit.
    private static func file(_ name: String, records: Int, unfit: Set<Int>) -> String {
        var text = Incidents.header + "\n"
        for line in 2..<(records + 2) {
            let isUnfit = unfit.contains(line)
            text += "\(name)\(line),2024-01-05,\(isUnfit && line % 2 == 0 ? "nowhere" : "a1"),"
            text += "kind \(isUnfit && line % 2 == 1 ? "of another sort" : "\(line % 100)"),20,\n"
        }
        return text
    }

    @Test("what does not fit is told by its line, in files of any length", arguments: [1, 2, 4])
    func lines(threads: Int) async throws {
        let bench = try Workbench()
        // The engine reads 2,048 records at once, and 122,880 in a row by one thread.
        let files: [(name: String, records: Int, unfit: Set<Int>)] = [
            ("a", 2_071, [2_050, 2_072]), ("b", 250_000, [2, 3, 122_881, 122_882, 200_000, 250_001]), ("c", 2_100, []), ("d", 7, [8]),
        ]
        for file in files {
            try bench.write(Self.file(file.name, records: file.records, unfit: file.unfit), to: "\(file.name).csv")
        }
        let result = try await bench.warehouse { $0.threads = threads }
            .fetch(bench.request([Self.contract], queries: [Incidents.queryAll]))
        let receipt = try #require(result.receipt("incidents"))
        #expect(result.diagnostics.isEmpty && receipt.diagnostics.isEmpty)
        let told = receipt.setAside.map { "\($0.file) \($0.line) \($0.column ?? "")" }.sorted()
        let wrong = files.flatMap { file in
            file.unfit.map { "\(file.name).csv \($0) \($0 % 2 == 0 ? "area" : "kind")" }
        }.sorted()
        #expect(told == wrong)
        #expect(receipt.loaded == files.reduce(0) { $0 + $1.records - $1.unfit.count })
    }
}
