import AlertStore
import Foundation
import Measures
import RuleLanguage
import Testing

/// West Mercia's files come in three blocks of months, with years between them: no line of a chart and no window reaches across.
@Suite(
    .enabled(
        if: ProjectPlaces.data != nil && ProjectPlaces.engine != nil, "needs the real data beside the project, and DuckDB"))
struct RealGapTests {
    private static let priority = """
        beacon: 1
        priority: high-harm-areas
        title: High-harm areas
        module: high-harm-areas
        lead: building-safer-stronger-communities-board
        themes: [Crime reduction]
        datasets:
          street_crime:
            title: Street-level crime
            files: "*-street.csv"
            extent: wider
            every: month
            due: 20 days
            columns: {date: Month, area: LSOA code}
        kpis:
          crime: {title: C, indicator: count, with: {dataset: street_crime}, unit: count, grains: [month], better: lower}
        rules:
          there:
            title: There is crime
            severity: medium
            respond: Look
            on: month
            when: crime > 0
            message: "{area}: {crime}"
          mean:
            title: The mean of twelve months
            severity: medium
            respond: Look
            on: month
            when: "mean(crime, over: 12 months) > 0"
            message: "{area}: {crime}"
          mean_of_three:
            title: The mean of three months
            severity: medium
            respond: Look
            on: month
            when: "mean(crime, over: 3 months) > 0"
            message: "{area}: {crime}"
        """

    private func trial() throws -> TrialRun {
        let trial = try TrialRun()
        let folder = try #require(ProjectPlaces.data) + "/police/west-mercia"
        try trial.copy(try FileManager.default.contentsOfDirectory(atPath: folder).map { "police/west-mercia/\($0)" })
        try trial.write(
            try String(contentsOfFile: ProjectPlaces.rules + "/partnership.yaml", encoding: .utf8),
            to: trial.rules.appending(path: "partnership.yaml"))
        // What the partnership's own datasets read is no part of this trial.
        try trial.write("Area code,Year,Sex,Age band,People\n", to: trial.data.appending(path: "population.csv"))
        try trial.write(
            "figure,area,period,value,unit,basis,section\n", to: trial.data.appending(path: "published-figures.csv"))
        try trial.write(Self.priority, to: trial.rules.appending(path: "high-harm-areas.yaml"))
        return trial
    }

    private static let months = (2018 * 12 + 9..<2026 * 12).map { Period(grain: .month, ordinal: $0) }

    /// The months that have a file.
    private static func isThere(_ period: Period) -> Bool {
        ("2018-10"..."2019-02").contains("\(period)") || ("2024-01"..."2024-04").contains("\(period)")
            || ("2025-01"..."2025-12").contains("\(period)")
    }

    @Test(
        "a mean over n months is told where all of them are there, and nowhere else",
        arguments: [("mean", 12, 1), ("mean_of_three", 3, 3 + 2 + 10)])
    func windows(_ rule: String, _ length: Int, _ told: Int) async throws {
        let trial = try trial()
        defer { trial.remove() }
        let verdicts = try await trial.verdicts(asOf: "2026-01-31", of: rule, at: AreaLevel("borough"))
        var fired = 0
        for period in Self.months {
            let isWhole = (0..<length).allSatisfy { Self.isThere(period.moved(by: -$0)) }
            let verdict = try #require(verdicts[AreaCode("E06000020"), period], "\(period)")
            #expect((verdict == .fired) == isWhole, "\(rule) \(period)")
            if !isWhole, case .notAssessed(let reason) = verdict {
                let isHere = Self.isThere(period)
                #expect([.missing, .insufficientHistory].contains(reason) && (isHere || reason == .missing), "\(period)")
            } else {
                #expect(isWhole, "\(period): \(verdict)")
                fired += 1
            }
        }
        #expect(fired == told)
    }

    @Test(
        "a chart's line ends with each block: four months of 2024 and twelve of 2025, or five of 2018/19 alone",
        arguments: [("2026-01-31", [4, 12], 8), ("2019-03-31", [5], 0)] as [(String, [Int], Int)])
    func charts(_ asOf: String, _ runs: [Int], _ absent: Int) async throws {
        let trial = try trial()
        defer { trial.remove() }
        _ = try await trial.verdicts(asOf: asOf, of: "there", at: AreaLevel("borough"))
        let list = "out/latest/building-safer-stronger-communities-board/breaches.html"
        let page = try String(contentsOf: trial.folder.appending(path: list), encoding: .utf8)
        let chart = try #require(page.split(separator: "<svg").first { $0.contains("chart-trend") })
        let lines = chart.matches(of: #/class="chart-line" d="(M[^"]*)"/#).map { $0.output.1 }
        // A line through n points moves to the first and draws to each of the others.
        #expect(lines.map { $0.count { $0 == "M" || $0 == "L" } } == runs)
        #expect(lines.allSatisfy { $0.count { $0 == "M" } == 1 })
        // A cross for each month without a figure, and one in the key.
        #expect(chart.matches(of: #/class="chart-absent"/#).count == (absent == 0 ? 0 : absent + 1))
        // The months between are as wide as those with a figure: the second line begins nine steps behind the first one's end.
        let places = lines.map { line in
            line.split { "ML".contains($0) }.compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }
        }
        if places.count == 2, let first = places.first, let second = places.last {
            let step = first[1] - first[0]
            #expect(abs(second[0] - first[3] - 9 * step) < 1)
        }
    }
}
