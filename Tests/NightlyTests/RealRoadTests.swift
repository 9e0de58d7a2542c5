import Alerting
import Foundation
import Measures
import Testing

/// Casualties of Greater Manchester as published, by authority and year, against independent queries of the same file.
@Suite(
    .enabled(
        if: ProjectPlaces.data != nil && ProjectPlaces.engine != nil, "needs the real data beside the project, and DuckDB"))
struct RealRoadTests {
    static let authorities = [
        "Bolton", "Bury", "Manchester", "Oldham", "Rochdale", "Salford", "Stockport", "Tameside", "Trafford", "Wigan",
    ]
    static let file = "greater-manchester-casualties-2019-2024.csv"

    private func trial() throws -> TrialRun {
        let trial = try TrialRun()
        try trial.copy(["roads/\(Self.file)", "roads/local_authority_traffic.csv"])
        let wards = Self.authorities.enumerated().map { "    W\($0): {name: \($1), lsoa_2021: [L\($0)]}\n" }
        try trial.write(
            """
            beacon: 1
            partnership: Greater Manchester
            audiences: {internal: {title: Internal}}
            groups: {roads: {title: Roads, audience: internal, reports_to: [board]}}
            boards: {board: {title: Board, audience: internal}}
            areas:
              borough: {B: {name: Greater Manchester}}
              wards:
            \(wards.joined())
            """, to: trial.rules.appending(path: "partnership.yaml"))
        try trial.write(
            """
            beacon: 1
            priority: road-safety
            title: Roads
            module: road-safety
            lead: roads
            themes: [Engineering]
            datasets:
              casualties:
                title: Casualties
                files: "*-casualties-*.csv"
                extent: wider
                every: month
                due: 100 days
                columns:
                  date: {header: date, type: date, required: true}
                  area: area_name
                  severity: {header: casualty_severity, codes: [Fatal, Serious, Slight]}
                  mode: mode
                  age_band: ageband
                  reference: AREFNO
                  longitude: {header: lon, type: number}
                  latitude: {header: lat, type: number}
              traffic:
                title: Vehicle miles by local authority and year
                files: local_authority_traffic.csv
                holds: figures
                key: [area, year]
                extent: wider
                every: once
                columns:
                  area: local_authority_name
                  year: {header: year, type: whole}
                  vehicle_miles: {header: all_motor_vehicles, type: number, minimum: 0}
            kpis:
              rate: {title: R, indicator: ksi_rate, with: {severities: [Fatal, Serious]}, unit: per billion vehicle miles, grains: [calendar year], by: [ward], better: lower}
              ksi: {title: K, indicator: ksi_casualties, with: {severities: [Fatal, Serious]}, unit: count, grains: [calendar year], by: [borough, ward], better: lower}
              places: {title: P, indicator: clusters, with: {at_least: 6, months: 36, metres: 100}, unit: count, grains: [month], better: lower}
              new_places: {title: N, indicator: new_clusters, with: {at_least: 6, months: 36, metres: 100}, unit: count, grains: [month], better: lower}
            """, to: trial.rules.appending(path: "road-safety.yaml"))
        return trial
    }

    @Test(
        "the killed or seriously injured of every authority and year are those of the file, and half a year is missing, not a fall"
    )
    func killedOrSeriouslyInjured() async throws {
        let trial = try trial()
        defer { trial.remove() }
        let block = try await trial.blocks(
            asOf: "2025-06-30", [ObservationSet.Key(kpi: "ksi", level: AreaLevel("ward"), grain: .calendarYear)])[0]
        let rows = try trial.independent(
            "SELECT area_name, year, count(*) FROM '\(Self.file)' WHERE casualty_severity IN ('Fatal', 'Serious') GROUP BY ALL"
        )
        let counted = Dictionary(uniqueKeysWithValues: rows.map { ("\($0[0]) \($0[1])", Double($0[2])) })
        var compared = 0
        for (row, name) in Self.authorities.enumerated() {
            for (column, period) in block.periods.enumerated() {
                let told = block[row, column]
                if period.description == "2024" {
                    #expect(told.state == .missing && told.value == nil)
                } else {
                    #expect(told.value == counted["\(name) \(period)"] ?? nil, "\(name) \(period)")
                    compared += 1
                }
            }
        }
        #expect(compared == 50)
        #expect(block.periods.last?.description == "2024")
    }

    @Test("per billion vehicle miles: every authority and year by the published traffic, and half a year is missing")
    func perVehicleMile() async throws {
        let trial = try trial()
        defer { trial.remove() }
        let block = try await trial.blocks(
            asOf: "2025-06-30", [ObservationSet.Key(kpi: "rate", level: AreaLevel("ward"), grain: .calendarYear)])[0]
        let rows = try trial.independent(
            """
            SELECT area_name, c.year, count(*) * 1e9 / any_value(all_motor_vehicles) FROM '\(Self.file)' AS c JOIN \
            'local_authority_traffic.csv' AS t ON t.local_authority_name = area_name AND t.year = c.year \
            WHERE casualty_severity IN ('Fatal', 'Serious') AND c.year < 2024 GROUP BY ALL
            """)
        #expect(rows.count == 50)
        for row in rows {
            let place = try #require(Self.authorities.firstIndex(of: row[0]))
            let told = try block[place, #require(block.periods.firstIndex { $0.description == row[1] })].value
            #expect(abs(try #require(told) - #require(Double(row[2]))) < 1e-9, "\(row)")
        }
        let half = try #require(block.periods.firstIndex { $0.description == "2024" })
        #expect(block.areas.indices.allSatisfy { block[$0, half].state == .missing })
    }

    @Test(
        "places with six collisions in 36 months are as many as an independent grid finds, and the new ones follow from them"
    )
    func clusters() async throws {
        let trial = try trial()
        defer { trial.remove() }
        let borough = AreaLevel("borough")
        let blocks = try await trial.blocks(
            asOf: "2024-12-31",
            [
                ObservationSet.Key(kpi: "places", level: borough, grain: .month),
                ObservationSet.Key(kpi: "new_places", level: borough, grain: .month),
            ])
        func cells(_ month: String, _ last: String) -> String {
            """
            SELECT r, floor(lon * 111195.08 * cos(radians((r + 0.5) * 100 / 111195.08)) / 100) AS c FROM (SELECT *, \
            floor(lat * 111195.08 / 100) AS r FROM '\(Self.file)' WHERE date BETWEEN '\(month)' AND '\(last)') GROUP BY ALL \
            HAVING count(DISTINCT AREFNO) >= 6
            """
        }
        let now = cells("2021-07-01", "2024-06-30")
        let before = cells("2021-06-01", "2024-05-31")
        let found = try trial.independent(
            "SELECT (SELECT count(*) FROM (\(now))), (SELECT count(*) FROM (\(now) EXCEPT (\(before))))")
        let june = try #require(Period("2024-06"))
        let told = blocks.map { block in block[AreaCode("B"), june]?.value }
        #expect(told == [Double(found[0][0]), Double(found[0][1])])
        // The series begins in January 2019: the first 36 months end with December 2021.
        #expect(blocks[0][AreaCode("B"), try #require(Period("2021-11"))]?.value == nil)
        #expect(blocks[0][AreaCode("B"), try #require(Period("2021-12"))]?.value != nil)
    }
}
