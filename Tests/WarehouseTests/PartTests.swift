import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Records by two levels of areas, and by their senders: answers worked out by hand.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct PartTests {
    private static let crime = DatasetContract(
        name: "crime", title: "", files: ["*.csv"],
        columns: [
            .init(name: "date", header: "Month", type: .date), .init(name: "area", header: "Place", type: .area),
            .init(name: "force", header: "Force", type: .text),
        ], extent: .wider,
        senders: .init(column: "force", areas: ["North Police": AreaCode("W1"), "South Police": AreaCode("W2")]),
        every: .month)

    private func rows(_ query: Query) async throws -> [[String]] {
        let bench = try Workbench()
        try bench.write(
            """
            Month,Place,Force
            2024-01,a1,North Police
            2024-01,,North Police
            2024-01,a2,South Police
            2024-02,a1,South Police
            2024-02,old,South Police
            2024-02,,Railway Police
            2024-02,far away,South Police

            """, to: "a.csv")
        return try await bench.fetch(Self.crime, queries: [query], asOf: "2024-04-30").table().rows
    }

    @Test("a record that lies in only one of the two levels is in no row")
    func parts() async throws {
        let query = Query(
            "q", of: "crime", by: [.area(level: "town"), .part(level: "ward"), .period(.quarter)],
            measures: [Measure("n", .count)])
        let quarter = try #require(Period("2024 Q1")?.ordinal)
        #expect(try await rows(query) == [["T", "W1", "\(quarter)", "2"], ["T", "W2", "\(quarter)", "1"]])
    }

    @Test("overlapping periods hold parts as months do")
    func partsOfRollingYears() async throws {
        let query = Query(
            "q", of: "crime", by: [.area(level: "town"), .part(level: "ward"), .period(.rollingYear)],
            measures: [Measure("n", .count)])
        let first = try #require(Period("2024-01")?.ordinal)
        #expect(
            try await rows(query) == [
                ["T", "W1", "\(first)", "1"], ["T", "W1", "\(first + 1)", "2"], ["T", "W1", "\(first + 2)", "2"],
                ["T", "W1", "\(first + 3)", "2"], ["T", "W2", "\(first)", "1"], ["T", "W2", "\(first + 1)", "1"],
                ["T", "W2", "\(first + 2)", "1"], ["T", "W2", "\(first + 3)", "1"],
            ])
    }

    @Test("with or without a place a record is its sender's; the whole has those of senders without an area too")
    func senders() async throws {
        func query(_ level: String) -> Query {
            Query(
                "q", of: "crime", by: [.sender(level: level)],
                measures: [Measure("part", .countWhere("missing(area)")), Measure("whole", .count)])
        }
        #expect(
            Set(try await rows(query("ward"))) == [["W1", "1", "2"], ["W2", "0", "4"], ["", "1", "1"]])
        #expect(try await rows(query("town")) == [["T", "2", "7"]])
    }
}
