import AlertStore
import Alerting
import Foundation
import Measures
import Testing

/// A figure that is stated twice, in one file or in two: with a key it counts once, and without one `check` asks for it.
@Suite(.enabled(if: ProjectPlaces.engine != nil, "needs DuckDB"))
struct FiguresTwiceTests {
    private static let partnership = """
        beacon: 1
        partnership: Partnership
        audiences:
          internal: {title: Internal}
        groups:
          group: {title: Group, audience: internal}
        boards:
          board: {title: Board, audience: internal}
        areas:
          borough:
            B: {name: Borough}
          wards:
            W: {name: Ward, lsoa_2021: [L]}
        """

    private static func priority(key: String) -> String {
        let kpis = [
            ("sum", "column: part", "count"), ("stock", "column: part", "count"), ("average", "column: part", "count"),
            ("share_of_sums", "part: part, whole: whole", "percent"),
        ].map { name, columns, unit in
            "  \(name): {title: T, indicator: \(name), with: {dataset: returns, \(columns)}, unit: \(unit), grains: [month, quarter], "
                + "better: lower}\n"
        }
        return """
            beacon: 1
            priority: high-harm-areas
            title: P
            module: high-harm-areas
            lead: group
            datasets:
              returns:
                title: Returns
                files: "*.csv"
                holds: figures
            \(key)    every: month
                due: 20 days
                most_unfit: 50%
                columns: {date: Month, area: Area, sex: Sex, part: {header: Part, type: whole}, whole: {header: Whole, type: whole}}
            kpis:
            \(kpis.joined())
            """
    }

    /// What the KPIs tell of March and of the quarter, and what `data-quality.csv` tells of the files.
    private static func told(key: String, _ files: [String: [String]]) async throws -> (figures: [String], quality: [String])
    {
        let trial = try TrialRun()
        defer { trial.remove() }
        for (name, lines) in files {
            let text = (["Month,Area,Sex,Part,Whole"] + lines).map { $0 + "\n" }.joined()
            try trial.write(text, to: trial.data.appending(path: name))
        }
        try trial.write(partnership, to: trial.rules.appending(path: "partnership.yaml"))
        try trial.write(priority(key: key), to: trial.rules.appending(path: "high-harm-areas.yaml"))
        let names = ["sum", "stock", "average", "share_of_sums"]
        let keys = [Grain.month, .quarter].flatMap { grain in
            names.map { ObservationSet.Key(kpi: $0, level: AreaLevel("borough"), grain: grain) }
        }
        let blocks = try await trial.blocks(asOf: "2024-04-30", keys)
        let figures = try zip(keys, blocks).map { key, block in
            let period = try #require(Period(key.grain == .month ? "2024-03" : "2024 Q1"))
            let value = block[AreaCode("B"), period]?.value ?? .nan
            return "\(key.kpi) \(period) \((value * 1_000).rounded() / 1_000)"
        }
        let quality = try String(contentsOf: trial.folder.appending(path: "out/latest/data-quality.csv"), encoding: .utf8)
        return (figures, quality.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    }

    private static let january = ["2024-01,B,F,10,100", "2024-01,B,M,20,100"]
    private static let february = ["2024-02,B,F,10,100", "2024-02,B,M,20,100"]
    private static let march = ["2024-03,B,F,40,100", "2024-03,B,M,20,200"]
    private static let quarter = january + february + march

    private static let once = [
        "sum 2024-03 60.0", "stock 2024-03 60.0", "average 2024-03 30.0", "share_of_sums 2024-03 0.2",
        "sum 2024 Q1 120.0", "stock 2024 Q1 60.0", "average 2024 Q1 20.0", "share_of_sums 2024 Q1 0.171",
    ]

    @Test(
        "with a key a figure counts once, and its repetition is told",
        arguments: [
            (["a.csv": quarter + [march[0]]], ["a.csv,8,date,repeated key,1"]),
            (["a.csv": quarter, "b.csv": march], (2...3).map { "b.csv,\($0),date,\"repeated key, which a.csv has\",1" }),
            (["a.csv": quarter], []),
        ])
    func withKey(_ files: [String: [String]], _ quality: [String]) async throws {
        let told = try await Self.told(key: "    key: [date, area, sex]\n", files)
        #expect(told.figures == Self.once)
        #expect(told.quality == quality.map { "2024-04-30,returns,repeated records,\($0)" })
    }

    @Test("without a key sums and stocks double, means and shares lean to what is stated twice; two files of it are told")
    func withoutKey() async throws {
        let told = try await Self.told(key: "", ["a.csv": Self.quarter + Self.march])
        #expect(
            told.figures == [
                "sum 2024-03 120.0", "stock 2024-03 120.0", "average 2024-03 30.0", "share_of_sums 2024-03 0.2",
                "sum 2024 Q1 180.0", "stock 2024 Q1 120.0", "average 2024 Q1 22.5", "share_of_sums 2024 Q1 0.18",
            ])
        let versions = try await Self.told(
            key: "", ["a.csv": Self.quarter, "b.csv": Self.february + Self.march])
        #expect(versions.figures[0] == "sum 2024-03 120.0")
        #expect(
            versions.quality == [
                "2024-04-30,returns,file in two versions,b.csv,,,"
                    + "\"most of what is in it for 2024-02 to 2024-03 is in a.csv too, and counts twice: remove the one that no longer holds\","
            ])
    }
}
