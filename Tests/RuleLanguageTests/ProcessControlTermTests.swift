import Measures
import Statistics
import Testing

@testable import RuleLanguage

/// Twelve months that swing between 10 and 12: mean 11, moving range 2, limits 11 ± 5.32, near limits 11 ± 3.55.
@Suite("Signs of special cause")
struct ProcessControlTermTests {
    private static let steady = (0..<12).map { 10 + Double($0 % 2) * 2 }

    private func verdicts(_ condition: String, _ figures: [Double], _ kpis: [KPIDeclaration] = Declarations.all) throws
        -> [Verdict]
    {
        var judging = Judging(.month, from: "2022-01", ["incidents": figures.map { .count($0) }])
        judging.kpis = kpis
        let evaluation = try judging.evaluation(condition)
        return figures.indices.map { evaluation.verdict(area: 0, period: $0) }
    }

    @Test(
        "the period that completes a sign fires, and none before",
        arguments: [
            ("outside_limits(incidents)", [17.0], true), ("outside_limits(incidents)", [16], false),
            ("outside_limits(incidents)", [5], true), ("outside_limits(incidents)", [6], false),
            ("shift(incidents)", [10, 12, 12, 12, 12, 12, 12, 12], true),
            ("shift(incidents)", [12, 12, 12, 10, 12, 12, 12], false),
            ("shift(incidents)", [10, 10, 10, 10, 10, 10, 10], true),
            ("trend(incidents)", [8, 9, 10, 11, 12, 13, 14], true), ("trend(incidents)", [8, 9, 10, 10, 12, 13, 14], false),
            ("trend(incidents)", [14, 13, 12, 11, 10, 9, 8], true),
            ("two_of_three(incidents)", [15, 12, 15], true), ("two_of_three(incidents)", [15, 10, 15], false),
            ("two_of_three(incidents)", [14, 12, 15], false),
            ("special_cause(incidents)", [17], true), ("special_cause(incidents)", [15, 12, 15], true),
            ("special_cause(incidents)", [10, 12, 12, 12, 12, 12, 12, 12], true),
            ("special_cause(incidents)", [11, 11], false),
        ] as [(String, [Double], Bool)])
    func signs(_ condition: String, _ last: [Double], _ shown: Bool) throws {
        // Twice the steady year, so that every sign has its limits.
        let judged = try verdicts(condition, Self.steady + Self.steady + last)
        #expect(judged.last == (shown ? .fired : .didNotFire))
        #expect(!judged.dropLast().contains(.fired))
    }

    @Test("the figure that is tested is no part of its own limits")
    func ownYardstick() throws {
        // With the 17 among them the limits would reach to 18.
        #expect(try verdicts("outside_limits(incidents)", Self.steady + [17]).last == .fired)
    }

    @Test("limits stay those of the first 24 figures, so that a slow rise is not taken in")
    func fixedLimits() throws {
        // Two steady years, then a rise by one every quarter of a year; limits that followed would reach to 19 at the end.
        let slow = (0..<24).map { 12 + Double($0 / 3) }
        let judged = try verdicts("outside_limits(incidents)", Self.steady + Self.steady + slow)
        #expect(judged.firstIndex(of: .fired) == 24 + 15)
        #expect(judged.suffix(9).allSatisfy { $0 == .fired })
    }

    @Test(
        "a sign the better way is none, and is told as such",
        arguments: [(Direction.higher, 17.0, true), (.higher, 5, false), (.lower, 17, false), (.lower, 5, true)])
    func worse(_ worse: Direction, _ last: Double, _ fires: Bool) throws {
        var kpi = Declarations.kpi("incidents", .count)
        kpi.worse = worse
        for term in ["outside_limits", "special_cause"] {
            #expect(
                try verdicts("\(term)(incidents)", Self.steady + Self.steady + [last], [kpi]).last
                    == (fires ? .fired : .didNotFire))
        }
        var judging = Judging(.month, from: "2022-01", ["incidents": (Self.steady + [last]).map { .count($0) }])
        judging.kpis = [kpi]
        let line = try #require(try judging.lines("outside_limits(incidents)").first { $0.contains("process limits") })
        #expect(line.contains("which is the better way") == !fires)
    }

    @Test("the figures of a run are told, up to the one that completes it")
    func runs() throws {
        func lines(_ condition: String, _ last: [Double]) throws -> [String] {
            try Judging(.month, from: "2022-01", ["incidents": (Self.steady + last).map { .count($0) }]).lines(condition)
        }
        #expect(
            try lines("trend(incidents)", [8, 9, 10, 11, 12, 13, 14]).contains {
                $0.hasSuffix("yes, upwards by 8, 9, 10, 11, 12, 13, 14")
            })
        #expect(
            try lines("two_of_three(incidents)", [15, 12, 15]).contains { $0.contains("yes, upwards by 15, 12, 15; near limits") })
    }

    @Test("fewer than twelve periods before make no limits")
    func history() throws {
        let judged = try verdicts("outside_limits(incidents)", Self.steady + [30])
        #expect(judged.prefix(12).allSatisfy { $0 == .notAssessed(.insufficientHistory) })
        #expect(judged.last == .fired)
    }

    @Test("limits do not reach back across a changed definition, nor hold what was exceptional")
    func marks() throws {
        var changed = Declarations.kpi("incidents", .count)
        changed.steps = [DefinitionStep(at: Month(year: 2022, month: 7), because: "a new recording rule")]
        let before = [Double](repeating: 40, count: 6)
        #expect(try verdicts("outside_limits(incidents)", before + Self.steady + [18], [changed]).last == .fired)
        #expect(
            try verdicts("outside_limits(incidents)", before + Self.steady.dropLast() + [18], [changed]).last
                == .notAssessed(.insufficientHistory))
        #expect(try verdicts("outside_limits(incidents)", before + Self.steady + [18]).last == .didNotFire)
        var odd = Declarations.kpi("incidents", .count)
        odd.exceptional = [
            ExceptionalPeriod(
                from: Month(year: 2022, month: 1), to: Month(year: 2022, month: 6), because: "lockdown", by: nil)
        ]
        #expect(try verdicts("outside_limits(incidents)", before + Self.steady + [18], [odd]).last == .fired)
    }

    /// Three single events in two years: screening takes every movement for extreme.
    private static let sparse = (0..<24).map { place -> Double in [4, 11, 18].contains(place) ? 1 : 0 }

    @Test(
        "limits without a width make no point an outlier: any event would lie outside them",
        arguments: [[Double](repeating: 0, count: 24), [Double](repeating: 0.1, count: 24), sparse])
    func widthless(_ before: [Double]) throws {
        let figures = before + [1]
        for term in ["two_of_three", "special_cause"] {
            #expect(try verdicts("\(term)(incidents)", figures).last == .notAssessed(.tooSmall))
        }
        // A count is held against the counts before; what is none can't be.
        let isCount = before[0] == 0
        #expect(try verdicts("outside_limits(incidents)", figures).last == (isCount ? .didNotFire : .notAssessed(.tooSmall)))
        let judging = Judging(.month, from: "2022-01", ["incidents": figures.map { .count($0) }])
        #expect(
            try judging.lines("outside_limits(incidents)").contains {
                $0.contains("their limits have no width") && $0.contains(isCount ? "held against theirs" : "judge a longer grain")
            })
        // The side of the mean needs no width, and a figure on it lies on neither.
        #expect(try verdicts("shift(incidents)", figures).last == .didNotFire)
        #expect(try verdicts("special_cause(incidents)", figures + [2, 2, 2, 2, 2, 2, 2]).last == .fired)
    }

    @Test(
        "after figures that hardly moved a count is outside where chance leaves less than beyond three deviations",
        arguments: [
            // 1 in 13 for one after twelve periods: 1 in 169 for two, 1 in 2,197 for three; it has to be under 1 in 741.
            ([Double](repeating: 0, count: 12), 3.0), (Array(repeating: 0, count: 24), 3), (sparse, 3),
            (Array(repeating: 5, count: 24), 14),
        ] as [([Double], Double)])
    func still(_ before: [Double], _ least: Double) throws {
        for (figure, expected) in [(least - 1, Verdict.didNotFire), (least, .fired), (400, .fired)] {
            #expect(try verdicts("outside_limits(incidents)", before + [figure]).last == expected, "\(figure)")
            var better = Declarations.kpi("incidents", .count)
            better.worse = .lower
            #expect(try verdicts("outside_limits(incidents)", before + [figure], [better]).last == .didNotFire, "\(figure)")
        }
        #expect(try verdicts("special_cause(incidents)", before + [400]).last == .fired)
        #expect(try verdicts("outside_limits(incidents)", Array(before.prefix(11)) + [400]).last == .notAssessed(.insufficientHistory))
    }

    @Test("by a stated dispersion, or fewer people, it takes more; figures that are no counts stay too small")
    func stillSettings() throws {
        let never = [Double](repeating: 0, count: 12)
        let wide = Declarations.kpi("incidents", .count, dispersion: 4)
        #expect(try verdicts("outside_limits(incidents)", never + [10], [wide]).last == .didNotFire)
        #expect(try verdicts("outside_limits(incidents)", never + [11], [wide]).last == .fired)
        func rate(_ count: Double, _ people: Double) -> Observation {
            Observation(value: count / people * 1000, numerator: count, denominator: people, count: count)
        }
        // As many people as in all twelve periods: 1 in 2^k.
        let quiet = (0..<12).map { _ in rate(0, 500) }
        func judged(_ count: Double) throws -> Verdict {
            try Judging(.month, from: "2022-01", ["rate": quiet + [rate(count, 6_000)]]).verdict("outside_limits(rate)")
        }
        #expect(try judged(9) == .didNotFire)
        #expect(try judged(10) == .fired)
        let shares = (0..<12).map { _ in Observation.share(0, of: 50) } + [.share(40, of: 50)]
        #expect(
            try Judging(.month, from: "2022-01", ["share": shares]).verdict("outside_limits(share)") == .notAssessed(.tooSmall))
    }

    @Test("the test is told beside the sign")
    func stillExplained() throws {
        let judging = Judging(.month, from: "2022-01", ["incidents": (Self.sparse + [4]).map { .count($0) }])
        let told = """
            outside the process limits: yes, upwards; the figures before hardly moved, so their limits have no width, and the count is held \
            against theirs, 3 in 24 periods: p = under 0.001, exact conditional test of two counts, two-sided; under 0.0027 would be outside
            """
        let lines = try judging.lines("outside_limits(incidents)")
        #expect(lines.contains { $0.contains(told) }, "\(lines)")
        // The chart marks the point that fires, and no other event.
        for term in ["outside_limits", "special_cause"] {
            for (last, direction) in [(4.0, Direction.higher), (1, nil)] as [(Double, Direction?)] {
                let evaluation = try Judging(
                    .month, from: "2022-01", ["incidents": (Self.sparse + [last]).map { .count($0) }]
                ).evaluation("\(term)(incidents)")
                let stretch = try #require(evaluation.processCourse(of: 0, area: 0, period: 24)?.stretches.last)
                #expect(stretch.isStill && stretch.signals.map(\.outsideLimits) == Array(repeating: nil, count: 24) + [direction])
            }
        }
    }

    @Test("a figure of an exceptional period counts in a run, as every point of a chart does, though in no limits")
    func exceptionalRun() throws {
        var kpi = Declarations.kpi("incidents", .count)
        kpi.exceptional = [
            ExceptionalPeriod(from: Month(year: 2024, month: 2), to: Month(year: 2024, month: 3), because: "floods", by: nil)
        ]
        let figures = Self.steady + Self.steady + [12, 12, 12, 12, 12, 12, 12]
        #expect(try verdicts("shift(incidents)", figures, [kpi]).last == .fired)
        #expect(try verdicts("outside_limits(incidents)", Self.steady + Self.steady + [12, 30], [kpi]).last == .fired)
    }

    @Test("a figure that never moves is on its own mean, binary fraction or not", arguments: [0.1, 0.3, 0.7, 1.0 / 3])
    func constant(_ figure: Double) throws {
        let figures = [Double](repeating: figure, count: 31)
        #expect(!(try verdicts("shift(incidents)", figures).contains(.fired)))
        #expect(!(try verdicts("special_cause(incidents)", figures).contains(.fired)))
    }

    @Test("as a guard it tells a rise within chance from one that is not")
    func guards() throws {
        let judging = Judging(.month, from: "2022-01", ["incidents": (Self.steady + [14]).map { .count($0) }])
        #expect(try judging.verdict("incidents > 13", given: ["outside_limits(incidents)"]) == .withinChance)
        #expect(try judging.verdict("incidents > 13", given: ["not outside_limits(incidents)"]) == .fired)
    }

    @Test("the limits are told with the sign")
    func explained() throws {
        let judging = Judging(.month, from: "2022-01", ["incidents": (Self.steady + [17]).map { .count($0) }])
        #expect(
            try judging.lines("outside_limits(incidents)") == [
                "fired: the condition is met",
                "  when",
                "    outside_limits(incidents) → yes; outside the process limits: yes, upwards; limits 5.7 to 16.3, mean 11 of the first 12 periods, trial limits",
                "      incidents (January 2023) → 17",
                "  clear",
                "    when is no longer met → no",
            ])
    }
}
