import AlertStore
import Alerting
import Foundation
import Measures
import NationalRules
import Nightly
import Testing
import Warehouse

/// Street crime of all forces by community safety partnership, from one Parquet file, against an independent query of it.
@Suite(
    .enabled(
        if: ProjectPlaces.national && ProjectPlaces.engine != nil, "needs the national data beside the project, and DuckDB"))
struct NationalRunTests {
    @Test("each partnership's months are those of its own force: equal to an independent count, or missing, never zero")
    func crimeByPartnershipAndMonth() async throws {
        let data = try #require(ProjectPlaces.data)
        let blocks = try await NationalRules.blocks([.crime, .antisocialBehaviour], by: AreaLevel("partnership"), data)
        let counts = try NationalRules.independentCounts(data)
        #expect(counts.count > 4_000)
        for kpi in ["crime", "asb"] {
            let block = try #require(blocks[kpi])
            #expect(block.areas.count == 314)
            var compared = 0
            var absent = 0
            for (row, area) in block.areas.enumerated() {
                for (column, period) in block.periods.enumerated() {
                    let told = block[row, column]
                    if let counted = counts["\(area) \(period)"] {
                        #expect(
                            told.value == Double(kpi == "crime" ? counted.crime : counted.asb), "\(kpi) \(area) \(period)")
                        compared += 1
                    } else {
                        #expect(told.state == .missing && told.value == nil, "\(kpi) \(area) \(period)")
                        absent += 1
                    }
                }
            }
            #expect(compared == counts.count)
            #expect(absent > 600)
        }
    }
}

extension NationalRules {
    /// What a run tells of these KPIs, by their ids.
    static func blocks(_ kpis: [NationalKPI], by level: AreaLevel, _ data: String, grain: Grain = .month) async throws
        -> [String: ObservationBlock]
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-national-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let rules = folder.appending(path: "rules")
        try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
        try partnership.write(to: rules.appending(path: "partnership.yaml"), atomically: true, encoding: .utf8)
        try priority(kpis).write(to: rules.appending(path: "high-harm-areas.yaml"), atomically: true, encoding: .utf8)
        let settings = NightlySettings(
            rulesFolder: rules.path, dataFolder: data, stateFolder: folder.appending(path: "state").path,
            outFolder: folder.appending(path: "out").path, moduleFolders: [ProjectPlaces.products],
            asOf: try #require(CalendarDate("2026-01-31")), engine: WarehouseSettings(program: ProjectPlaces.engine),
            now: { Date(timeIntervalSince1970: 1_769_817_600) })
        let outcome = try await NightlyRun(settings: settings, progress: SilentProgress()).run()
        #expect(outcome.faults.isEmpty, "\(outcome.faults)")
        let store = try AlertStore(stateFolder: settings.stateFolder)
        defer { store.close() }
        let keys = kpis.map { ObservationSet.Key(kpi: $0.id, level: level, grain: grain) }
        let found = try store.latestObservations(for: keys)
        return Dictionary(uniqueKeysWithValues: try keys.map { ($0.kpi, try #require(found[$0])) })
    }

    /// By partnership and month, of those whose own force has records in the month: counts by a query that shares nothing with
    /// Beacon's.
    static func independentCounts(_ data: String) throws -> [String: (crime: Int, asb: Int)] {
        let query = """
            WITH \(independentTables(data)),
            counts AS (SELECT csp, month, count(*) FILTER (NOT asb) AS crime, count(*) FILTER (asb) AS asb
              FROM crimes JOIN places USING (code) GROUP BY ALL)
            SELECT csp || ' ' || month, coalesce(max(crime), 0), coalesce(max(asb), 0)
            FROM cells LEFT JOIN counts USING (csp, month) GROUP BY ALL ORDER BY 1
            """
        return try rows(query).reduce(into: [:]) { counts, row in
            counts[row[0]] = (Int(row[1]) ?? -1, Int(row[2]) ?? -1)
        }
    }

    /// Tables of a query that shares nothing with Beacon's: where each code lies by partnership and by small area of 2021, the crimes, and
    /// the months of each partnership whose own force has records in the month.
    static func independentTables(_ data: String) -> String {
        let names = forces.map { "('\($0)', '\($1)')" }.joined(separator: ", ")
        return """
            authority AS (SELECT ltla24_code, min(csp24_code) AS csp, min(pfa24_name) AS pfa
              FROM read_csv('\(data)/areas/lookup_ltla24_csp24_pfa24.csv') GROUP BY 1 HAVING count(*) = 1),
            new AS (SELECT lsoa21_code AS code, csp FROM read_csv('\(data)/areas/lookup_lsoa21_ward24_ltla24.csv')
              LEFT JOIN authority USING (ltla24_code)),
            old AS (SELECT lsoa11_code AS code, CASE WHEN count(DISTINCT csp) = 1 AND count(*) = count(csp) THEN min(csp) END AS csp,
              CASE WHEN count(DISTINCT lsoa21_code) = 1 THEN min(lsoa21_code) END AS small
              FROM read_csv('\(data)/areas/lookup_lsoa11_lsoa21_ltla22.csv') LEFT JOIN new ON new.code = lsoa21_code
              WHERE lsoa11_code NOT IN (SELECT code FROM new) GROUP BY 1),
            places AS (SELECT code, csp, code AS small FROM new UNION ALL SELECT code, csp, small FROM old),
            crimes AS (SELECT "Month" AS month, "LSOA code" AS code, "Falls within" AS force,
              "Crime type" = 'Anti-social behaviour' AS asb FROM read_parquet('\(data)/national/street.parquet')),
            names(force, pfa) AS (VALUES \(names)),
            sent AS (SELECT DISTINCT pfa, month FROM crimes JOIN names USING (force)),
            cells AS (SELECT DISTINCT csp, month FROM authority JOIN sent USING (pfa))
            """
    }

    /// The rows of a query, by the engine's program alone.
    static func rows(_ query: String) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(filePath: try #require(ProjectPlaces.engine))
        process.arguments = ["-csv", "-noheader", "-c", query]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
