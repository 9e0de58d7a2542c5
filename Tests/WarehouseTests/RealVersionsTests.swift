import Diagnostics
import Foundation
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Versions of a month among the files that police forces really publish.
@Suite(.enabled(if: RealData.isThere, "needs the real data and DuckDB"))
struct RealVersionsTests {
    private static func contract(_ files: [String]) -> DatasetContract {
        DatasetContract(
            name: "street_crime", title: "Street-level crime", files: files,
            columns: [
                .init(name: "date", header: "Month", type: .date, required: true),
                .init(name: "area", header: "LSOA code", type: .area),
                .init(name: "crime_type", header: "Crime type", type: .text, required: true),
            ],
            extent: .wider, every: .month)
    }

    @Test(
        "March taken twice from West Mercia, the second time with changed outcomes, a tenth of the records gone and others new"
    )
    func aMonthTakenTwice() async throws {
        let source = try #require(RealData.folder) + "/police/west-mercia/"
        let bench = try Workbench()
        let march = "2024-03-west-mercia-street.csv"
        for name in ["2024-02-west-mercia-street.csv", march] {
            try bench.write(String(contentsOfFile: source + name, encoding: .utf8), to: "2024-04/\(name)")
        }
        let april = try String(contentsOfFile: source + "2024-04-west-mercia-street.csv", encoding: .utf8)
        try bench.write(april, to: "2024-04/2024-04-west-mercia-street.csv")
        func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }
        let first = lines(try String(contentsOfFile: source + march, encoding: .utf8))
        let kept = first.enumerated().filter { $0.offset % 10 != 3 }.map {
            $0.element.replacing("Under investigation", with: "Unable to prosecute suspect")
        }
        let new = lines(april).dropFirst().prefix(100).map { $0.replacing("2024-04", with: "2024-03") }
        try bench.write((kept + new).joined(separator: "\n") + "\n", to: "2024-05/\(march)")
        let receipt = try await bench.fetch(Self.contract(["**/*-street.csv"]), asOf: "2024-06-30").receipts[0]
        let pair = try #require(receipt.versions.first)
        #expect(receipt.versions.count == 1)
        #expect([pair.first, pair.second, pair.months] == ["2024-04/\(march)", "2024-05/\(march)", "2024-03"])
        #expect(pair.records > (first.count - 1) / 2 && pair.records <= first.count)
        #expect(receipt.diagnostics.map(\.problem.code) == ["data-file-versions"])
    }

    @Test(
        "the four forces whose files of one month are most alike",
        .enabled(if: RealData.national != nil, "needs the national data"))
    func forcesOfOneMonth() async throws {
        let national = try #require(RealData.national)
        let bench = try Workbench()
        for force in ["British Transport Police", "City of London Police", "Bedfordshire Police", "Dyfed-Powys Police"] {
            try bench.writeParquet(
                """
                SELECT "Month", "LSOA code", "Crime type" FROM read_parquet('\(national)') \
                WHERE "Falls within" = '\(force)' AND "Month" IN ('2019-02', '2025-01')
                """, to: "\(force.split(separator: " ")[0]).parquet")
        }
        let receipt = try await bench.fetch(Self.contract(["*.parquet"]), asOf: "2025-06-30").receipts[0]
        #expect(receipt.files.filter { $0.loaded > 0 }.count == 4)
        #expect(bench.scriptsRun.contains { $0.contains("met.size") })
        #expect(receipt.versions.isEmpty && receipt.diagnostics.isEmpty)
    }
}
