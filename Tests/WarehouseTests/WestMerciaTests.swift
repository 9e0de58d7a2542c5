import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// The real street-level files of West Mercia Police, against a count made here without the warehouse.
@Suite(.enabled(if: RealData.isThere, "needs the real data and DuckDB"))
struct WestMerciaTests {
    static let contract = DatasetContract(
        name: "street_crime", title: "Street-level crime", files: ["**/*-street.csv"],
        columns: [
            .init(name: "date", header: "Month", type: .date, required: true),
            .init(name: "area", header: "LSOA code", type: .area),
            .init(name: "crime_type", header: "Crime type", type: .text, required: true),
            .init(name: "outcome", header: "Last outcome category", type: .text),
        ],
        extent: .wider, every: .month)

    private func fetch(_ bench: Workbench, _ queries: [Query], asOf: String = "2026-01-31") async throws -> FetchResult {
        let folder = try #require(RealData.folder)
        let request = try bench.request(
            [Self.contract], queries: queries, geography: Telford().geography, asOf: asOf, data: folder)
        return try await bench.warehouse().fetch(request)
    }

    @Test func everyRecordIsAccountedForMonthByMonth() async throws {
        let bench = try Workbench()
        let byWard = Query(
            "wards", of: "street_crime", by: [.area(Telford.ward), .period(.month)], measures: [Measure("n", .count)])
        let result = try await fetch(bench, [byWard])
        let receipt = try #require(result.receipt("street_crime"))
        #expect(receipt.records == 185_512)
        #expect(receipt.loaded == 185_512)
        #expect(receipt.setAsideCount == 0)
        #expect(receipt.files.count == 21)
        #expect(receipt.months.count == 21)
        #expect(receipt.unplaced == 2_764)
        #expect(!receipt.made)
        #expect(result.diagnostics.isEmpty)

        let table = try result.table("wards")
        for placement in receipt.placements {
            let month = try #require(placement.month)
            let file = try #require(receipt.files.first { $0.path.contains("\(month)-west-mercia") })
            var inWards = 0
            for row in 0..<table.rowCount where Int(table.numbers("period")[row]) == month.ordinal {
                inWards += Int(table.numbers("n")[row])
            }
            #expect(
                inWards + placement.elsewhere + placement.unplaced + placement.inWholeOnly(Telford.ward) == file.records,
                "\(month)")
        }
    }

    @Test func wardCountsEqualAnIndependentCount() async throws {
        let bench = try Workbench()
        let queries = [
            Query(
                "crime", of: "street_crime", where: "crime_type != \"Anti-social behaviour\"",
                by: [.area(Telford.ward), .period(.month)], measures: [Measure("n", .count)]),
            Query("borough", of: "street_crime", by: [.area(Telford.borough), .period(.month)], measures: [Measure("n", .count)]),
        ]
        let result = try await fetch(bench, queries)
        let telford = try Telford()
        var byWard: [String: Int] = [:]
        var byBorough: [Int: Int] = [:]
        var straddling = 0
        for file in try #require(result.receipt("street_crime")).files {
            for row in try RealData.rows(file.path) {
                guard let wards = telford.wards[row["LSOA code"] ?? ""], let text = row["Month"],
                    let month = Period(text)?.lastMonth.ordinal
                else { continue }
                byBorough[month, default: 0] += 1
                guard wards.count == 1, let ward = wards.first else {
                    straddling += 1
                    continue
                }
                if row["Crime type"] != "Anti-social behaviour" { byWard["\(ward) \(month)", default: 0] += 1 }
            }
        }
        let crime = try result.table("crime")
        var told: [String: Int] = [:]
        for row in crime.rows { told["\(row[0]) \(row[1])"] = Int(row[2]) }
        #expect(told == byWard)
        #expect(told.count > 600)
        let borough = try result.table("borough")
        #expect(Dictionary(uniqueKeysWithValues: borough.rows.map { (Int($0[1]), Int($0[2])) }) == byBorough.reduce(into: [:]) { $0[$1.key] = $1.value })
        let inWholeOnly = try #require(result.receipt("street_crime")).placements.reduce(0) { $0 + $1.inWholeOnly(Telford.ward) }
        #expect(inWholeOnly == straddling)
        #expect(straddling > 0)
    }

    @Test func anUnchangedSecondRunStartsNoEngine() async throws {
        let bench = try Workbench()
        let query = Query("q", of: "street_crime", by: [.area(Telford.borough), .period(.rollingYear)], measures: [Measure("n", .count)])
        let first = try await fetch(bench, [query])
        let started = bench.scriptsRun.count
        #expect(first.engineStarts > 0)
        let second = try await fetch(bench, [query])
        #expect(second.engineStarts == 0)
        #expect(bench.scriptsRun.count == started)
        #expect(try second.table() == first.table())
        let nextNight = try await fetch(bench, [query], asOf: "2026-01-30")
        #expect(nextNight.engineStarts == 0)
    }
}
