import Measures
import NationalRules
import Testing

/// What is told of the neighbourhoods within each partnership of England and Wales, against independent queries of the same file.
@Suite(
    .enabled(
        if: ProjectPlaces.national && ProjectPlaces.engine != nil, "needs the national data beside the project, and DuckDB"))
struct NationalNeighbourhoodTests {
    /// Compares every figure that is told, and wants one wherever the independent query has one.
    private func compare(_ block: ObservationBlock, _ independent: [String: Double], atLeast: Int) {
        var compared = 0
        for (row, area) in block.areas.enumerated() {
            for (column, period) in block.periods.enumerated() {
                let told = block[row, column].value
                guard let wanted = independent["\(area) \(period)"] else {
                    #expect(told == nil, "\(block.kpi) \(area) \(period)")
                    continue
                }
                #expect(told.map { abs($0 - wanted) <= 1e-9 * max(1, wanted) } ?? false, "\(block.kpi) \(area) \(period)")
                compared += 1
            }
        }
        #expect(compared == independent.count)
        #expect(compared >= atLeast)
    }

    private func figures(_ query: String, _ data: String) throws -> [String: Double] {
        try NationalRules.rows("WITH \(NationalRules.independentTables(data)),\n\(Self.counts)\n\(query)").reduce(into: [:])
        {
            $0[$1[0]] = Double($1[1])
        }
    }

    /// Crimes by partnership, small area and month, with the small area's rank, and how many make a tenth.
    private static let counts = """
        sizes AS (SELECT csp, (count(*) + 9) // 10 AS tenth FROM new WHERE csp IS NOT NULL GROUP BY 1),
        counts AS (SELECT csp, small, month, count(*) AS n FROM crimes JOIN places USING (code)
          WHERE NOT asb AND csp IS NOT NULL AND small IS NOT NULL GROUP BY ALL),
        ranked AS (SELECT *, row_number() OVER (PARTITION BY csp, month ORDER BY n DESC) AS place,
          rank() OVER (PARTITION BY csp, month ORDER BY n DESC) AS shared FROM counts JOIN sizes USING (csp))
        """

    @Test("concentration, the deprivation gap and hotspots of each partnership's own neighbourhoods")
    func byPartnership() async throws {
        let data = try #require(ProjectPlaces.data)
        let kpis = NationalKPI.all.filter {
            ["crime_concentration", "deprivation_gap", "crime_hotspots", "new_crime_hotspots"].contains($0.id)
        }
        let blocks = try await NationalRules.blocks(kpis, by: AreaLevel("partnership"), data)
        #expect(blocks.count == 4)
        #expect(blocks.values.allSatisfy { $0.areas.count == 314 })

        compare(
            try #require(blocks["crime_concentration"]),
            try figures(
                """
                SELECT csp || ' ' || month, sum(n) FILTER (place <= tenth) / sum(n) FROM ranked JOIN cells USING (csp, month) GROUP BY ALL
                """, data), atLeast: 4_000)

        compare(
            try #require(blocks["deprivation_gap"]),
            try figures(
                """
                , deprived AS (SELECT csp, small FROM read_csv('\(data)/deprivation/imd2019_england_lsoa11.csv')
                  JOIN places ON code = lsoa11_code WHERE csp IS NOT NULL AND small IS NOT NULL
                  GROUP BY ALL HAVING bool_and(IMD_decile = 1)),
                people AS (SELECT csp, small, total_residents AS people
                  FROM read_csv('\(data)/population/census21_residents_lsoa21.csv') JOIN places ON code = lsoa21_code),
                living AS (SELECT csp, sum(people) AS people, sum(people) FILTER ((csp, small) IN (FROM deprived)) AS poor
                  FROM people GROUP BY ALL),
                every AS (SELECT csp, month, count(*) AS n FROM crimes JOIN places USING (code) WHERE NOT asb GROUP BY ALL),
                part AS (SELECT csp, month, sum(n) AS n FROM counts JOIN deprived USING (csp, small) GROUP BY ALL)
                SELECT csp || ' ' || month, (coalesce(part.n, 0) / poor) / ((every.n - coalesce(part.n, 0)) / (living.people - poor))
                FROM cells JOIN every USING (csp, month) JOIN living USING (csp) LEFT JOIN part USING (csp, month)
                WHERE poor > 0 AND every.n > coalesce(part.n, 0)
                """, data), atLeast: 2_000)

        let hotspots = try #require(blocks["crime_hotspots"])
        compare(
            hotspots,
            try figures(
                """
                , whole AS (SELECT csp FROM cells WHERE month BETWEEN '2025-01' AND '2025-12' GROUP BY 1 HAVING count(*) = 12),
                often AS (SELECT csp, small FROM ranked WHERE shared <= tenth AND month BETWEEN '2025-01' AND '2025-12'
                  GROUP BY ALL HAVING count(*) >= 9)
                SELECT csp || ' 2025-12', count(small) FROM whole LEFT JOIN often USING (csp) GROUP BY ALL
                """, data), atLeast: 200)

        // Thirteen months in a row are nowhere to be had: no zero, and late only where the month itself is.
        let new = try #require(blocks["new_crime_hotspots"])
        let last = try #require(Period("2025-12"))
        let sent = try figures("SELECT csp || ' ' || month, 1 FROM cells WHERE month = '2025-12'", data)
        #expect(sent.count > 200 && sent.count < 314)
        for area in new.areas {
            #expect(new[area, last]?.value == nil)
            #expect(new[area, last]?.state == (sent["\(area) \(last)"] == nil ? .missing : .beforeHistory), "\(area)")
        }
    }

    @Test("the share of records without a place is each force's own, of those that it sent")
    func unplaced() async throws {
        let data = try #require(ProjectPlaces.data)
        let blocks = try await NationalRules.blocks([.unplacedRecords], by: AreaLevel("police_force"), data)
        compare(
            try #require(blocks["unplaced_records"]),
            try figures(
                """
                , forces AS (SELECT DISTINCT pfa24_code AS code, pfa24_name AS pfa
                  FROM read_csv('\(data)/areas/lookup_ltla24_csp24_pfa24.csv'))
                SELECT forces.code || ' ' || month, count(*) FILTER (crimes.code IS NULL) / count(*)
                FROM crimes JOIN names USING (force) JOIN forces USING (pfa) GROUP BY forces.code, month
                """, data), atLeast: 500)
    }

    @Test("long-term empty homes of each authority of today, in the years of its own returns")
    func emptyHomes() async throws {
        let data = try #require(ProjectPlaces.data)
        let kpis = NationalKPI.all.filter { $0.id == "empty_homes" }
        let blocks = try await NationalRules.blocks(kpis, by: AreaLevel("authority"), data, grain: .calendarYear)
        compare(
            try #require(blocks["empty_homes"]),
            try figures(
                """
                SELECT la_code || ' ' || year, dwellings FROM read_csv('\(data)/housing/long_term_vacant_dwellings.csv', all_varchar = true)
                WHERE TRY_CAST(dwellings AS DOUBLE) IS NOT NULL
                  AND la_code IN (SELECT ltla24_code FROM read_csv('\(data)/areas/lookup_ltla24_csp24_pfa24.csv'))
                """, data), atLeast: 2_000)
    }
}
