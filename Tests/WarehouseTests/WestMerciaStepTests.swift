import Foundation
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Record steps on four real months: where crimes of one type gather, against a reckoning made here.
@Suite(.enabled(if: RealData.isThere, "needs the real data and DuckDB"))
struct WestMerciaStepTests {
    private static let steps = [
        RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 250)),
        RecordStep("gathered", .count(of: ["cell", "crime_type"], withinDays: 60)),
    ]

    @Test func crimesThatGatherInACellAreThoseReckonedHere() async throws {
        var contract = WestMerciaTests.contract
        contract.files = ["**/2024-0*-street.csv"]
        contract.columns += [
            .init(name: "lon", header: "Longitude", type: .number), .init(name: "lat", header: "Latitude", type: .number),
        ]
        let query = Query(
            "gathered", of: "street_crime", steps: Self.steps, where: "gathered >= 8", by: [.period(.month)],
            measures: [Measure("n", .count), Measure("cells", .distinct("cell")), Measure("most", .maximum("gathered"))])
        let bench = try Workbench()
        let folder = try #require(RealData.folder)
        let request = try bench.request(
            [contract], queries: [query], geography: Telford().geography, asOf: "2024-06-30", data: folder)
        let result = try await bench.warehouse().fetch(request)

        // By cell and type, the crimes of each month; all of a month are dated on its first day.
        var counts: [String: [Int: Int]] = [:]
        for file in try #require(result.receipt("street_crime")).files {
            for row in try RealData.rows(file.path) {
                guard let lon = Double(row["Longitude"] ?? ""), let lat = Double(row["Latitude"] ?? ""),
                    let month = Period(row["Month"] ?? "")?.lastMonth.ordinal
                else { continue }
                let height = 250 / 111_195.08
                let line = (lat / height).rounded(.down)
                let column = (lon * cos((line + 0.5) * height * .pi / 180) / height).rounded(.down)
                counts["\(Int(line)):\(Int(column)) \(row["Crime type"] ?? "")", default: [:]][month, default: 0] += 1
            }
        }
        var expected: [Int: (crimes: Int, cells: Set<Substring>, most: Int)] = [:]
        for (key, months) in counts {
            for (month, crimes) in months {
                let day = Month(ordinal: month).firstDay.daysSince1970
                let near = months.filter { other, _ in
                    other <= month && day - Month(ordinal: other).firstDay.daysSince1970 <= 60
                }
                let gathered = near.values.reduce(0, +)
                guard gathered >= 8 else { continue }
                var told = expected[month] ?? (0, [], 0)
                told.crimes += crimes
                told.cells.insert(key.prefix { $0 != " " })
                told.most = max(told.most, gathered)
                expected[month] = told
            }
        }
        let rows = expected.sorted { $0.key < $1.key }.map { month, told in
            ["\(month)", "\(told.crimes)", "\(told.cells.count)", "\(told.most)"]
        }
        #expect(rows.count == 4)
        #expect(try result.table("gathered").rows == rows)
    }
}
