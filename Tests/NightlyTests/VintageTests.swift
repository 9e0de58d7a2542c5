import Definitions
import Foundation
import Measures
import ModuleKit
import Nightly
import Testing
import Warehouse

/// The real West Mercia files by the bundled areas: every record of every month is somewhere, and LSOA series are on one vintage.
@Suite(
    .enabled(
        if: ProjectPlaces.data != nil && ProjectPlaces.engine != nil, "needs the real data beside the project, and DuckDB"))
struct VintageTests {
    @Test(
        "by ward and by LSOA, each month's records are placed, elsewhere, without a place, in the borough only, or set aside"
    )
    func everyRecordIsSomewhere() async throws {
        let data = try #require(ProjectPlaces.data)
        let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-vintage-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let asOf = try #require(CalendarDate("2026-01-31"))
        let settings = NightlySettings(
            rulesFolder: ProjectPlaces.rules, dataFolder: data, stateFolder: folder.path, outFolder: folder.path,
            moduleFolders: [ProjectPlaces.products], asOf: asOf, now: { Date(timeIntervalSince1970: 1_769_817_600) })
        let definitions = try #require(await settings.checkDefinitions().definitions)
        let contract = try #require(definitions.priorities.lazy.compactMap { $0.dataset("street_crime") }.first)
        let geography = definitions.partnership.geography
        let levels = [AreaLevel("ward"), AreaLevel("lsoa")]
        let queries = levels.map { level in
            Query(
                level.rawValue, of: "street_crime", by: [.area(level), .period(.month)], measures: [Measure("n", .count)])
        }
        let result = try await Warehouse(settings: WarehouseSettings(program: ProjectPlaces.engine)).fetch(
            FetchRequest(
                dataFolder: data, stateFolder: folder.appending(path: "warehouse").path, contracts: [contract],
                geography: geography, asOf: asOf, queries: queries.map { IdentifiedQuery(kpi: "crime", $0) }))
        let receipt = try #require(result.receipt("street_crime"))
        #expect(receipt.records == 185_512)
        #expect(receipt.placements.count == 21)
        // Of the codes that records may carry, the successors: those of 2021, each an area of its own.
        let current = Set(geography.areas(at: AreaLevel("lsoa")).map(\.code.rawValue))
        #expect(current.count == 115)
        for level in levels {
            let table = try #require(result.tables[QueryIdentity(kpi: "crime", query: level.rawValue)]).get()
            var placed: [Int: Int] = [:]
            for row in 0..<table.rowCount {
                placed[Int(table.numbers("period")[row]), default: 0] += Int(table.numbers("n")[row])
                if level.rawValue == "lsoa" { #expect(current.contains(table.texts("area")[row])) }
            }
            var sum = 0
            for placement in receipt.placements {
                let month = try #require(placement.month)
                let file = try #require(receipt.files.first { $0.path.contains("/\(month)-west-mercia") })
                let told =
                    placed[month.ordinal, default: 0] + placement.elsewhere + placement.unplaced
                    + placement.inWholeOnly(level) + file.setAside
                #expect(told == file.records, "\(level.rawValue) \(month)")
                sum += told
            }
            #expect(sum == 185_512)
        }
        // Old codes that were split have no LSOA of today; before 2021 there are such records, and none since.
        let inNoArea = receipt.placements.filter { $0.inWholeOnly(AreaLevel("lsoa")) > 0 }.compactMap(\.month)
        #expect(inNoArea.map(\.description) == ["2018-10", "2018-11", "2018-12", "2019-01", "2019-02"])
    }
}
