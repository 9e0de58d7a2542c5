import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Two other real shapes: figures written as `9e+05`, and records of which hundreds are equal.
@Suite(.enabled(if: RealData.isThere, "needs the real data and DuckDB"))
struct RoadsTests {
    @Test func trafficOfTheAuthorityIsReadExactly() async throws {
        let bench = try Workbench()
        let contract = DatasetContract(
            name: "traffic", title: "", files: ["roads/local_authority_traffic.csv"],
            columns: [
                .init(name: "date", header: "year", type: .date), .init(name: "area", header: "local_authority_code", type: .area),
                .init(name: "miles", header: "all_motor_vehicles", type: .number, required: true),
            ], holding: .figures, extent: .wider)
        let query = Query(
            "q", of: "traffic", by: [.area(Telford.borough), .period(.calendarYear)], measures: [Measure("miles", .sum("miles"))])
        let folder = try #require(RealData.folder)
        let result = try await bench.warehouse().fetch(
            bench.request([contract], queries: [query], geography: Telford().geography, data: folder))
        var expected: [[String]] = []
        var scientific = 0
        for row in try RealData.rows("roads/local_authority_traffic.csv") {
            if row["all_motor_vehicles"]?.contains("e+") == true { scientific += 1 }
            guard row["local_authority_code"] == Telford.code, let miles = Double(row["all_motor_vehicles"] ?? "") else { continue }
            expected.append([Telford.code, row["year"] ?? "", "\(Int(miles))"])
        }
        #expect(scientific > 0)
        #expect(expected.count == 31)
        #expect(try result.table().rows == expected.sorted { $0[1] < $1[1] })
        #expect(result.receipts[0].setAsideCount == 0)
    }

    @Test func equalCasualtiesAreAllCounted() async throws {
        let bench = try Workbench()
        let contract = DatasetContract(
            name: "casualties", title: "", files: ["roads/*casualties*.csv"],
            columns: [
                .init(name: "date", header: "date", type: .date, required: true), .init(name: "reference", header: "AREFNO", type: .text, required: true),
                .init(name: "severity", header: "casualty_severity", type: .text, codes: ["Fatal", "Serious", "Slight"]),
            ])
        let query = Query("q", of: "casualties", by: [.column("severity")], measures: [Measure("n", .count)])
        let folder = try #require(RealData.folder)
        let result = try await bench.warehouse().fetch(
            bench.request([contract], queries: [query], geography: Telford().geography, data: folder))
        var expected: [String: Int] = [:]
        for row in try RealData.rows("roads/greater-manchester-casualties-2019-2024.csv") {
            expected[row["casualty_severity"] ?? "", default: 0] += 1
        }
        #expect(expected.values.reduce(0, +) == 20_435)
        #expect(Dictionary(uniqueKeysWithValues: try result.table().rows.map { ($0[0], Int($0[1]) ?? 0) }) == expected)
        #expect(result.receipts[0].loaded == 20_435)
    }
}
