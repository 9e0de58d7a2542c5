import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Files that hold the records of several senders: each area's months are those of its own.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct SenderTests {
    @Test func aMonthIsInForAnAreaWhenItsOwnSenderSentIt() async throws {
        let bench = try Workbench()
        try bench.write(
            """
            Month,Place,Force
            2024-01,a1,North Police
            2024-01,a2,South Police
            2024-02,a2,South Police
            2024-02,a1,South Police
            2024-02,a1,Railway Police
            2024-03,a1,North Police
            2024-05,a1,North Police

            """, to: "a.csv")
        let contract = DatasetContract(
            name: "crime", title: "", files: ["*.csv"],
            columns: [
                .init(name: "date", header: "Month", type: .date), .init(name: "area", header: "Place", type: .area),
                .init(name: "force", header: "Force", type: .text),
            ], extent: .wider,
            senders: .init(column: "force", areas: ["North Police": AreaCode("W1"), "South Police": AreaCode("W2")]),
            every: .month)
        let result = try await bench.fetch(contract, asOf: "2024-04-30")
        let senders = try #require(result.receipts[0].senders)
        func months(_ area: String) -> [String] { senders.months(of: AreaCode(area)).sorted().map(\.description) }
        // A stray of another force, and the railway police, make no month of the ward; what is later than the as-of date neither.
        #expect(months("W1") == ["2024-01", "2024-03"])
        #expect(months("W2") == ["2024-01", "2024-02"])
        #expect(months("T") == ["2024-01"])
        #expect(senders.months(of: AreaCode("elsewhere")).isEmpty)
        #expect(senders.absent.isEmpty)
        #expect(result.receipts[0].diagnostics.isEmpty)
    }

    /// Otherwise a misspelt name leaves its area without figures for ever, and nobody is told why.
    @Test func aSenderThatNoRecordNamesIsToldWithTheNameThatIsNear() async throws {
        let bench = try Workbench()
        try bench.write("Month,Place,Force\n2024-01,a1,North Police\n2024-01,a2,South Police\n", to: "a.csv")
        let contract = DatasetContract(
            name: "crime", title: "", files: ["*.csv"],
            columns: [
                .init(name: "date", header: "Month", type: .date), .init(name: "area", header: "Place", type: .area),
                .init(name: "force", header: "Force", type: .text),
            ], extent: .wider,
            senders: .init(column: "force", areas: ["North Polis": AreaCode("W1"), "South Police": AreaCode("W2")]),
            every: .month)
        let receipt = try await bench.fetch(contract, asOf: "2024-04-30").receipts[0]
        #expect(receipt.senders?.absent == ["North Polis"])
        let problem = DataProblem.senderAbsent("North Polis", dataset: "crime", found: ["North Police", "South Police"])
        #expect(receipt.diagnostics == [Diagnostic(problem)])
        #expect(problem.nearMiss == "North Police")
        #expect(problem.severity == .warning)
    }
}
