import AlertStore
import Alerting
import Foundation
import Measures
import Nightly
import Testing
import Warehouse

/// The whole run on the real West Mercia files, against an independent query of the same files.
@Suite(
    .enabled(
        if: ProjectPlaces.data != nil && ProjectPlaces.engine != nil, "needs the real data beside the project, and DuckDB"))
struct RealCrimeTests {
    @Test(
        "crime by Telford ward and month equals an independent query of the same files, and the months between are missing")
    func crimeByWardAndMonth() async throws {
        let data = try #require(ProjectPlaces.data)
        let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-real-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = NightlySettings(
            rulesFolder: ProjectPlaces.rules, dataFolder: data, stateFolder: folder.appending(path: "state").path,
            outFolder: folder.appending(path: "out").path, moduleFolders: [ProjectPlaces.products],
            asOf: try #require(CalendarDate("2026-01-31")), engine: WarehouseSettings(program: ProjectPlaces.engine),
            now: { Date(timeIntervalSince1970: 1_769_817_600) })
        let outcome = try await NightlyRun(settings: settings, progress: SilentProgress()).run()
        #expect(!outcome.faults.isEmpty)  // The other priorities' records are not there.

        let store = try AlertStore(stateFolder: settings.stateFolder)
        defer { store.close() }
        let key = ObservationSet.Key(kpi: "crime", level: AreaLevel("ward"), grain: .month)
        let block = try #require(try store.latestObservations(for: [key])[key])
        let independent = try Self.independentCounts(data)
        #expect(independent.count > 600)
        var compared = 0
        for (row, area) in block.areas.enumerated() {
            for (column, period) in block.periods.enumerated() {
                let told = block[row, column]
                let counted = independent["\(area) \(period)"]
                if Self.monthsThere.contains(period.description) {
                    #expect(told.value == Double(counted ?? 0), "\(area) \(period)")
                    compared += 1
                } else {
                    #expect(told.state == .missing && told.value == nil, "\(area) \(period)")
                    #expect(counted == nil)
                }
            }
        }
        #expect(compared == 32 * 21)
    }

    /// The 21 months that have a file.
    private static let monthsThere: Set<String> = Set(
        ["2018-10", "2018-11", "2018-12", "2019-01", "2019-02", "2024-01", "2024-02", "2024-03", "2024-04"]
            + (1...12).map { $0 < 10 ? "2025-0\($0)" : "2025-\($0)" })

    /// Crimes by ward and month from the files and the published lookups alone, by a query of our own that shares nothing with
    /// Beacon's. An LSOA code of 2011 lies in a ward where all its successors do.
    private static func independentCounts(_ data: String) throws -> [String: Int] {
        let query = """
            WITH wards AS (SELECT lsoa21_code, ward24_code FROM read_csv('\(data)/areas/lookup_lsoa21_ward24_ltla24.csv')
              WHERE ltla24_code = 'E06000020'),
            old AS (SELECT lsoa11_code AS code, min(ward24_code) AS ward FROM read_csv('\(data)/areas/lookup_lsoa11_lsoa21_ltla22.csv')
              JOIN wards USING (lsoa21_code) GROUP BY 1 HAVING count(DISTINCT ward24_code) = 1),
            codes AS (SELECT lsoa21_code AS code, ward24_code AS ward FROM wards UNION SELECT * FROM old)
            SELECT ward || ' ' || "Month" AS cell, count(*) FROM
              read_csv('\(data)/police/west-mercia/*-street.csv', header = true, all_varchar = true) JOIN codes ON code = "LSOA code"
            WHERE "Crime type" <> 'Anti-social behaviour' GROUP BY 1 ORDER BY 1
            """
        let process = Process()
        process.executableURL = URL(filePath: try #require(ProjectPlaces.engine))
        process.arguments = ["-csv", "-noheader", "-c", query]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Dictionary(
            text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: ",")
                return parts.count == 2 ? (String(parts[0]), Int(parts[1]) ?? -1) : nil
            }, uniquingKeysWith: { first, _ in first })
    }
}
