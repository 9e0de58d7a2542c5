import Diagnostics
import Measures
import Testing

@testable import Definitions

/// What a target as written expects, month by month, each worked out by hand.
@Suite("Targets and their paths")
struct TargetPathTests {
    /// A target, and what it expects of months in a row; nil is no expectation.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var target: String
        var first: Int
        var expected: [Double?]

        init(_ name: String, _ target: String, from month: String, _ expected: [Double?]) {
            testDescription = name
            self.target = target
            first = Period(month)?.ordinal ?? 0
            self.expected = expected
        }
    }

    /// The KPI's target as the loader reads it, in percent.
    static func target(_ text: String) throws -> Target {
        let line = "target: {value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}, path: linear}"
        let loaded = Files.replacing(line, "better: higher\n    target: \(text)").load()
        let definitions = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))")
        return try #require(definitions.priorities[0].kpis[1].target)
    }

    static let ways = [
        Way("a fixed target holds always", "{value: 40%}", from: "1999-12", [0.4, 0.4]),
        Way(
            "one with a date and no path is expected from the end of that period on", "{value: 40%, by: 2024 Q1}",
            from: "2024-01", [nil, nil, 0.4, 0.4]),
        Way(
            "a straight line goes by months, from the end of its start to the end of its goal, and stays there",
            "{value: 12%, by: 2025 Q1, from: {value: 0%, at: 2023/24}}", from: "2024-02",
            [nil, 0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.12]),
        Way(
            "a straight line goes down as well as up",
            "{value: 2%, by: 2024-06, from: {value: 14%, at: 2023}, path: linear}", from: "2023-11",
            [nil, 0.14, 0.12, 0.1, 0.08, 0.06, 0.04, 0.02, 0.02]),
        Way(
            "steps without milestones are equal, a year apart, from the start on; the last may be short",
            "{value: 25%, by: 2024-06, from: {value: 0%, at: 2021-12}, path: stepped}", from: "2021-11",
            [nil] + Array(repeating: 0, count: 12) + Array(repeating: 0.1, count: 12)
                + Array(repeating: 0.2, count: 6) + [0.25, 0.25]),
        Way(
            "steps of whole financial years",
            "{value: 9%, by: 2026/27, from: {value: 0%, at: 2023/24}, path: stepped}", from: "2024-02",
            [nil] + Array(repeating: 0, count: 12) + Array(repeating: 0.03, count: 12)
                + Array(repeating: 0.06, count: 12) + [0.09, 0.09]),
        Way(
            "milestones on a straight line: a line to each",
            "{value: 10%, by: 2024-07, from: {value: 0%, at: 2023-12}, milestones: {2024-02: 6%, 2024-05: 3%}}",
            from: "2023-11", [nil, 0, 0.03, 0.06, 0.05, 0.04, 0.03, 0.065, 0.1, 0.1]),
        Way(
            "milestones of steps: the earlier one until the later is due",
            "{value: 10%, by: 2024-07, from: {value: 0%, at: 2023-12}, milestones: {2024-02: 6%, 2024-05: 7%}, path: stepped}",
            from: "2023-11", [nil, 0, 0, 0.06, 0.06, 0.06, 0.07, 0.07, 0.1, 0.1]),
        Way(
            "milestones without a start: nothing before the first, then steps",
            "{value: 10%, by: 2024-05, milestones: {2024-02: 6%, 2024-04: 7%}}", from: "2024-01",
            [nil, 0.06, 0.06, 0.07, 0.1, 0.1]),
        Way(
            "milestones without a start on a straight line: nothing before the first, then lines between them",
            "{value: 10%, by: 2024-05, milestones: {2024-02: 6%, 2024-04: 8%}, path: linear}", from: "2024-01",
            [nil, 0.06, 0.07, 0.08, 0.1, 0.1]),
    ]

    @Test("every path at every month of the way", arguments: ways)
    func months(_ way: Way) throws {
        let target = try Self.target(way.target)
        for (place, expected) in way.expected.enumerated() {
            let month = Period(grain: .month, ordinal: way.first + place)
            let told = target.expected(at: month)
            #expect(told.map { ($0 * 1e9).rounded() } == expected.map { ($0 * 1e9).rounded() }, "\(month)")
        }
    }

    @Test("a longer period expects what its last month does, whatever its grain")
    func grains() throws {
        let target = try Self.target("{value: 12%, by: 2025 Q1, from: {value: 0%, at: 2023/24}}")
        let expected: [(String, Double?)] = [
            ("2023 Q4", nil), ("2024 Q1", 0), ("2024 Q2", 0.03), ("2024 Q4", 0.09), ("2025 Q1", 0.12), ("2023", nil),
            ("2024", 0.09), ("2025", 0.12), ("2022/23", nil), ("2023/24", 0), ("2024/25", 0.12), ("2040/41", 0.12),
        ]
        for (name, value) in expected {
            let period = try #require(Period(name))
            #expect(
                target.expected(at: period).map { ($0 * 1e9).rounded() } == value.map { ($0 * 1e9).rounded() }, "\(name)")
        }
        for grain in [Grain.rollingYear, .financialYearToDate] {
            let ends = Period(grain, holding: Month(year: 2024, month: 8))
            #expect(target.expected(at: ends).map { ($0 * 1e9).rounded() } == (0.05 * 1e9).rounded(), "\(grain)")
        }
    }

    @Test("a tolerance lies on the worse side of what is expected, as a part of it or as a width")
    func tolerance() throws {
        let set = ", owner: Board, because: Agreed"
        func worst(_ text: String, _ better: KPI.Better) throws -> Int? {
            let target = try Self.target("{value: 40%, by: 2024 Q1, tolerance: \(text)\(set)}")
            #expect(target.tolerance?.owner == "Board" && target.tolerance?.because == "Agreed")
            #expect(target.worstTolerated(at: Period(grain: .month, ordinal: 0), better: better) == nil)
            let march = Period(.month, holding: Month(year: 2024, month: 3))
            return target.worstTolerated(at: march, better: better).map { Int(($0 * 1000).rounded()) }
        }
        #expect(try worst("10% of target", .lower) == 440)
        #expect(try worst("10% of target", .higher) == 360)
        #expect(try worst("5 points", .lower) == 450)
        #expect(try worst("5 points", .higher) == 350)
        #expect(try worst("0 points", .lower) == 400)
        #expect(try worst("10% of target", .neither) == nil)
        #expect(Target(value: 40).worstTolerated(at: Period(grain: .month, ordinal: 0), better: .lower) == nil)
    }

    @Test("a tenth of a target below nought still lies on the worse side of it")
    func negative() {
        let target = Target(value: -20, tolerance: Tolerance(.ofTarget(0.1), owner: "Board", because: "Agreed"))
        let any = Period(grain: .month, ordinal: 0)
        #expect(target.worstTolerated(at: any, better: .lower) == -18)
        #expect(target.worstTolerated(at: any, better: .higher) == -22)
    }
}

@Suite("A benchmark that is carried forward")
struct CarriedBenchmarkTests {
    @Test("the latest figure of the same grain stands for so many months, and no longer; a period's own goes first")
    func carried() {
        func period(_ text: String) -> Period { Period(text) ?? Period(grain: .month, ordinal: 0) }
        let figures = Dictionary(
            uniqueKeysWithValues: ["2020", "2022", "2022/23"].map { (period($0), Observation(value: 1)) })
        var benchmark = Benchmark(of: "England", source: "DfT", figures: figures, carriedMonths: 24)
        for (asked, found) in [
            ("2019", nil), ("2020", "2020"), ("2021", "2020"), ("2022", "2022"), ("2023", "2022"), ("2024", "2022"),
            ("2025", nil), ("2023/24", "2022/23"), ("2024/25", "2022/23"), ("2025/26", nil), ("2024 Q1", nil),
        ] as [(String, String?)] {
            #expect(benchmark.period(for: period(asked)) == found.map(period), "\(asked)")
        }
        benchmark.carriedMonths = 0
        #expect(benchmark.period(for: period("2023")) == nil && benchmark.period(for: period("2022")) == period("2022"))
    }
}
