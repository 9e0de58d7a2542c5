import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Records older than a dataset's retention are read, counted, and kept nowhere.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct RetentionTests {
    private static func contract(_ months: Int?) -> DatasetContract {
        var contract = Incidents.contract()
        contract.retentionMonths = months
        return contract
    }

    @Test func olderRecordsAreNeitherLoadedNorKept() async throws {
        let bench = try Workbench()
        try bench.write(
            Incidents.file(
                "oldest-one,2023-02-28,a1,Theft,1,", "kept-one,2023-03-01,a1,Theft,1,",
                "unfit-and-old,2022-01-01,zz,Theft,1,",
                "unfit,2024-01-01,zz,Theft,1,", "mistaken,1066-01-01,a1,Theft,1,"), to: "a.csv")
        let result = try await bench.fetch(Self.contract(36), queries: [Incidents.queryAll], asOf: "2026-03-31")
        #expect(try result.table().rows == [["kept-one", "1"]])
        let receipt = result.receipts[0]
        #expect(receipt.records == 5 && receipt.loaded == 1 && receipt.expired == 2 && receipt.setAsideCount == 2)
        #expect(receipt.setAside.map { "\($0.line) \($0.reason.rawValue)" } == ["5 unknown area", "6 date out of range"])
        for gone in ["oldest-one", "unfit-and-old"] { #expect(try !bench.stateHolds(gone)) }
        // In the month after, one more is too old; with nothing stated, all are kept.
        let later = try await bench.fetch(Self.contract(36), queries: [Incidents.queryAll], asOf: "2026-04-01")
        #expect(later.receipts[0].expired == 3)
        let all = try await bench.fetch(Self.contract(nil), queries: [Incidents.queryAll], asOf: "2026-03-31")
        #expect(try all.table().rows.map { $0[0] } == ["kept-one", "oldest-one"])
    }

    @Test func aRunThatStandsInThePastBringsNothingBack() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2020-01-01,a1,Theft,1,", "2,2024-01-01,a1,Theft,1,"), to: "a.csv")
        var request = try bench.request([Self.contract(36)], queries: [Incidents.queryAll], asOf: "2021-01-31")
        request.today = try #require(CalendarDate("2026-03-31"))
        let result = try await bench.warehouse().fetch(request)
        #expect(result.receipts[0].expired == 1)
        #expect(try result.table().rowCount == 0)
    }
}
