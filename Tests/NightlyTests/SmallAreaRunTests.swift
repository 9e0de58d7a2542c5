import Alerting
import Foundation
import Measures
import Testing

/// A whole run over a made town of two wards and six LSOAs: what is told of small areas at every level, worked out by hand.
@Suite(.enabled(if: ProjectPlaces.engine != nil, "needs DuckDB"))
struct SmallAreaRunTests {
    private static let partnership = """
        beacon: 1
        partnership: Town
        audiences: {internal: {title: Internal}}
        groups: {group: {title: Group, audience: internal}}
        boards: {}
        areas:
          borough: {B: {name: Town}}
          wards:
            W1: {name: North, lsoa_2021: [L1, L2, L3]}
            W2: {name: South, lsoa_2021: [L4, L5, L6]}
        """

    private static let priority = """
        beacon: 1
        priority: high-harm-areas
        title: High-harm areas
        module: high-harm-areas
        lead: group
        datasets:
          street_crime:
            files: "*-street.csv"
            every: month
            due: 20 days
            columns: {date: Month, area: LSOA code, sender: Falls within}
            senders: {column: sender, of: {North Police: W1, South Police: W2}}
        kpis:
          top: {title: T, indicator: concentration, unit: percent, grains: [month], by: [borough, ward]}
          hot: {title: H, indicator: hotspots, with: {at_least: 9, months: 12}, unit: count, grains: [month], by: [borough, ward, lsoa]}
          own: {title: O, indicator: hotspots, with: {ranked_within: ward, at_least: 9, months: 12}, unit: count, grains: [month], by: [borough, ward, lsoa]}
          new: {title: N, indicator: new_hotspots, with: {at_least: 9, months: 12}, unit: count, grains: [month]}
          unplaced: {title: U, indicator: unplaced_share, with: {dataset: street_crime}, unit: percent, grains: [month], by: [borough, ward]}
        """

    /// In each month from January 2023 to June 2024, but for March 2024: five records in L1, one in L2, three in L4, one in L5, and one of the
    /// south's without a place.
    private func trial() throws -> TrialRun {
        let trial = try TrialRun()
        try trial.write(Self.partnership, to: trial.rules.appending(path: "partnership.yaml"))
        try trial.write(Self.priority, to: trial.rules.appending(path: "high-harm-areas.yaml"))
        var lines = ["Month,LSOA code,Falls within"]
        for month in (2023 * 12..<2024 * 12 + 6).map(Month.init(ordinal:)) where "\(month)" != "2024-03" {
            lines += Array(repeating: "\(month),L1,North Police", count: 5) + ["\(month),L2,North Police"]
            lines += Array(repeating: "\(month),L4,South Police", count: 3) + ["\(month),L5,South Police"]
            lines.append("\(month),,South Police")
        }
        try trial.write(lines.joined(separator: "\n") + "\n", to: trial.data.appending(path: "town-street.csv"))
        return trial
    }

    private static let told: [(kpi: String, level: String, month: String, values: [String: Double])] = [
        // Of six small areas one makes the tenth; of three of a ward too.
        ("top", "borough", "2024-02", ["B": 5.0 / 10]), ("top", "ward", "2024-02", ["W1": 5.0 / 6, "W2": 3.0 / 4]),
        ("hot", "borough", "2024-02", ["B": 1]), ("hot", "ward", "2024-02", ["W1": 1, "W2": 0]),
        ("hot", "lsoa", "2024-02", ["L1": 1, "L2": 0, "L3": 0, "L4": 0, "L5": 0, "L6": 0]),
        ("own", "borough", "2024-02", ["B": 2]), ("own", "ward", "2024-02", ["W1": 1, "W2": 1]),
        ("own", "lsoa", "2024-02", ["L1": 1, "L2": 0, "L3": 0, "L4": 1, "L5": 0, "L6": 0]),
        ("new", "borough", "2024-02", ["B": 0]), ("unplaced", "borough", "2024-02", ["B": 1.0 / 11]),
        ("unplaced", "ward", "2024-02", ["W1": 0, "W2": 1.0 / 5]),
    ]

    @Test("every level's figures, a month without records, and the months after it that lack its history")
    func figures() async throws {
        let trial = try trial()
        defer { trial.remove() }
        let keys = Self.told.map { ObservationSet.Key(kpi: $0.kpi, level: AreaLevel($0.level), grain: .month) }
        let blocks = try await trial.blocks(asOf: "2024-07-31", keys)
        for (told, block) in zip(Self.told, blocks) {
            let month = try #require(Period(told.month))
            let values = Dictionary(
                uniqueKeysWithValues: block.areas.map { ($0.rawValue, block[$0, month]?.value) })
            #expect(values == told.values.mapValues { $0 }, "\(told.kpi) by \(told.level)")
            let needsYear = ["hot", "own", "new"].contains(told.kpi)
            for area in block.areas {
                func state(_ month: String) throws -> Observation.State? { block[area, try #require(Period(month))]?.state }
                #expect(try state("2024-03") == .missing)
                #expect(try state("2024-06") == (needsYear ? .beforeHistory : .reported), "\(told.kpi) \(area)")
            }
        }
    }
}
