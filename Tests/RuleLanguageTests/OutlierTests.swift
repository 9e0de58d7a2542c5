import Measures
import Statistics
import Testing

@testable import RuleLanguage

@Suite("Outliers among the areas judged")
struct OutlierTests {
    private static let alike: [Observation] = [(20, 100), (18, 90), (22, 110), (19, 100), (21, 100), (40, 200), (16, 80)].map
    {
        .share($0.0, of: $0.1)
    }

    private func verdict(
        _ own: Observation, among others: [Observation] = alike, _ condition: String = "outlier(share)",
        worse: Direction? = nil, dispersion: Double? = nil
    ) throws -> Verdict {
        var judging = Judging(.financialYear, from: "2024/25", ["share": [own]])
        var kpi = Declarations.kpi("share", .percent, dispersion: dispersion)
        kpi.worse = worse
        judging.kpis = [kpi]
        judging.others = ["share": others]
        return try judging.verdict(condition)
    }

    @Test("an area far from the others' common figure is one, the worse way only")
    func far() throws {
        #expect(try verdict(.share(40, of: 100)) == .fired)
        #expect(try verdict(.share(27, of: 100)) == .didNotFire)
        #expect(try verdict(.share(40, of: 100), worse: .higher) == .fired)
        #expect(try verdict(.share(40, of: 100), worse: .lower) == .didNotFire)
        #expect(try verdict(.share(5, of: 100), worse: .lower) == .fired)
        // 29 of 100 lies outside the funnel at 95%, and within it at 99.8%.
        #expect(try verdict(.share(29, of: 100)) == .didNotFire)
        #expect(try verdict(.share(29, of: 100), "outlier(share, at: 95%)") == .fired)
    }

    @Test("a figure that is no count is not told as within the limits, nor takes the funnel from the others")
    func noCount() throws {
        func rate(_ count: Double) -> Observation {
            Observation(value: count, numerator: count, denominator: 1_000, count: count)
        }
        var judging = Judging(.financialYear, from: "2024/25", ["rate": [rate(100.5)]])
        judging.others = ["rate": (0..<8).map { rate(20 + Double($0 % 2)) }]
        #expect(try judging.verdict("outlier(rate)") == .notAssessed(.noCounts))
        judging.figures = ["rate": [rate(100)]]
        #expect(try judging.verdict("outlier(rate)") == .fired)
        judging.others["rate"]?[0] = rate(20.5)
        #expect(try judging.verdict("outlier(rate)") == .fired)
        let broken = [Observation.share(200, of: 100)]
        #expect(try verdict(.share(40, of: 100), among: Self.alike + broken) == .fired)
        #expect(try verdict(.share(200, of: 100)) == .notAssessed(.noCounts))
    }

    @Test("a small area has a wide funnel")
    func small() throws {
        #expect(try verdict(.share(4, of: 10)) == .didNotFire)
        #expect(try verdict(.share(400, of: 1_000)) == .fired)
    }

    @Test("where the others differ beyond chance, or the KPI states a dispersion, the funnel is wider")
    func spread() throws {
        let spread: [Observation] = [10, 14, 18, 22, 26, 30, 34, 38].map { .share($0 * 10, of: 1_000) }
        #expect(try verdict(.share(400, of: 1_000), among: spread) == .didNotFire)
        #expect(try verdict(.share(400, of: 1_000)) == .fired)
        #expect(try verdict(.share(36, of: 100)) == .fired)
        #expect(try verdict(.share(36, of: 100), dispersion: 4) == .didNotFire)
    }

    @Test("a stated dispersion of 1 says that areas differ by chance alone; left out, the others' figures tell")
    func statedOne() throws {
        let spread: [Observation] = [10, 14, 18, 22, 26, 30, 34, 38].map { .share($0 * 10, of: 1_000) }
        #expect(try verdict(.share(400, of: 1_000), among: spread) == .didNotFire)
        #expect(try verdict(.share(400, of: 1_000), among: spread, dispersion: 1) == .fired)
        var judging = Judging(.financialYear, from: "2024/25", ["share": [.share(400, of: 1_000)]])
        judging.others = ["share": spread]
        var meanings: Set<String> = []
        for stated in [nil, 1, 2] as [Double?] {
            judging.kpis = [Declarations.kpi("share", .percent, dispersion: stated)]
            let evaluation = try judging.evaluation("outlier(share)")
            meanings.insert(evaluation.program.meaning)
            let isTold = evaluation.explanation(area: 0, period: 0).lines.contains {
                $0.contains("by chance alone, as the stated dispersion 1 says")
            }
            #expect(isTold == (stated == 1))
        }
        #expect(meanings.count == 3, "each judges otherwise")
    }

    @Test("the area is no part of its own funnel, and what is not there is no part of anyone's")
    func own() throws {
        // Twenty times as large as all others together, it would pull the common figure to itself.
        #expect(try verdict(.share(4_000, of: 10_000)) == .fired)
        let four = Array(Self.alike.prefix(4))
        #expect(try verdict(.share(40, of: 100), among: four) == .notAssessed(.tooSmall))
        #expect(
            try verdict(.share(40, of: 100), among: four + [Observation(absent: .missing)]) == .notAssessed(.tooSmall))
        #expect(try verdict(.share(40, of: 100), among: Self.alike + [Observation(absent: .missing)]) == .fired)
        #expect(try verdict(Observation(absent: .missing)) == .notAssessed(.missing))
        #expect(try verdict(Observation(value: 0.4)) == .notAssessed(.noCounts))
    }

    @Test("areas without an event have a funnel too")
    func noEvents() throws {
        let none: [Observation] = (0..<8).map { .share($0 < 4 ? 0 : 1, of: 100) }
        #expect(try verdict(.share(9, of: 100), among: none) == .fired)
    }

    @Test("where the others have none at all, or all, the area is held against their counts by the exact test")
    func unanimous() throws {
        // One in nine of the people lives in the area. Of k events all lie there with a chance near (1/9)^k: 1 in 730 for three, 1 in 6,900 for
        // four; at 99.8% it has to be under 1 in 1,000.
        let never = (0..<8).map { _ in Observation.share(0, of: 100) }
        let always = (0..<8).map { _ in Observation.share(100, of: 100) }
        let cases: [(Double, Verdict)] = [(0, .didNotFire), (1, .didNotFire), (3, .didNotFire), (4, .fired), (40, .fired)]
        for (events, expected) in cases {
            #expect(try verdict(.share(events, of: 100), among: never) == expected, "\(events)")
            #expect(try verdict(.share(100 - events, of: 100), among: always) == expected, "\(events)")
            #expect(try verdict(.share(events, of: 100), among: never, worse: .lower) == .didNotFire)
            #expect(try verdict(.share(100 - events, of: 100), among: always, worse: .higher) == .didNotFire)
        }
        #expect(try verdict(.share(2, of: 100), among: never, "outlier(share, at: 95%)") == .fired)
        #expect(try verdict(.share(4, of: 100), among: never, dispersion: 4) == .didNotFire)
        #expect(try verdict(.share(9, of: 100), among: Array(never.prefix(4))) == .notAssessed(.tooSmall))
    }

    @Test("so of rates, by what they are per, at the exact chance")
    func unanimousRates() throws {
        func rate(_ count: Double, _ people: Double) -> Observation {
            Observation(value: count / people * 1000, numerator: count, denominator: people, count: count)
        }
        // (1/4)^k: 1 in 1,024 for five, 1 in 256 for four.
        var judging = Judging(.financialYear, from: "2024/25", ["rate": [rate(4, 1_000)]])
        judging.others = ["rate": (0..<6).map { _ in rate(0, 500) }]
        #expect(try judging.verdict("outlier(rate)") == .didNotFire)
        judging.figures = ["rate": [rate(5, 1_000)]]
        #expect(try judging.verdict("outlier(rate)") == .fired)
        judging.figures = ["rate": [rate(5.5, 1_000)]]
        #expect(try judging.verdict("outlier(rate)") == .notAssessed(.noCounts))
    }

    @Test("that no funnel stands is told with its reason and the test")
    func unanimousExplained() throws {
        var judging = Judging(.financialYear, from: "2024/25", ["share": [.share(4, of: 100)]])
        judging.others = ["share": (0..<8).map { _ in .share(0, of: 100) }]
        #expect(
            try judging.lines("outlier(share)").contains {
                $0.contains(
                    "none of the 800 of 8 other areas, so no funnel stands: p = under 0.001, exact conditional test of two shares, two-sided"
                )
            })
        let evaluation = try judging.evaluation("outlier(share)")
        #expect(evaluation.funnelAbsence(of: 0, area: 0, period: 0) == .others(haveAll: false))
        judging.others = ["share": (0..<8).map { _ in .share(50, of: 50) }]
        #expect(
            try judging.evaluation("outlier(share)").funnelAbsence(of: 0, area: 0, period: 0) == .others(haveAll: true))
        judging.others = ["share": [.share(1, of: 50)]]
        #expect(try judging.evaluation("outlier(share)").funnelAbsence(of: 0, area: 0, period: 0) == .tooFewAreas)
        judging.others = ["share": Self.alike]
        #expect(try judging.evaluation("outlier(share)").funnelAbsence(of: 0, area: 0, period: 0) == nil)
    }

    /// 48 events among 1,000 people in the area, 20 in each of seven others: 2% in the period.
    @Test(
        "the funnel of a rate is told in the rate's own time, as the figure beside it",
        arguments: [
            (Unit.TimeBase.period, Grain.month, "2024-03", 1.0), (.year, .month, "2024-03", 12),
            (.year, .quarter, "2024 Q1", 4),
            (.month, .quarter, "2024 Q1", 1.0 / 3), (.quarter, .month, "2024-03", 3), (.year, .calendarYear, "2024", 1),
        ] as [(Unit.TimeBase, Grain, String, Double)])
    func rateFunnel(_ time: Unit.TimeBase, _ grain: Grain, _ period: String, _ times: Double) throws {
        let unit = Unit.Rate(per: 1000, of: "people", time: time)
        let held = try #require(Period(period))
        func rate(_ count: Double) -> Observation {
            Observation(
                value: count / unit.events(among: 1000, in: held), numerator: count, denominator: 1000, count: count)
        }
        var judging = Judging(grain, from: period, ["rate": [rate(48)]])
        judging.kpis = [Declarations.kpi("rate", .rate(unit))]
        judging.others = ["rate": (0..<7).map { _ in rate(20) }]
        let evaluation = try judging.evaluation("outlier(rate)")
        let funnel = try #require(evaluation.funnel(of: 0, area: 0, period: 0))
        let limits = try funnel.limitsOfVerdict(denominator: 1000, level: 0.998)
        func told(_ part: Double) -> String { Quantity(part * 1000 * times, .rate(unit)).description }
        let lines = evaluation.explanation(area: 0, period: 0).lines
        #expect(
            lines.contains {
                $0.contains(
                    "funnel about \(told(0.02)) of 7 other areas: \(told(limits.lower)) to \(told(limits.upper)) at 99.8%")
            }, "\(lines)")
        #expect(lines.contains { $0.contains("→ \(told(0.048));") }, "\(lines)")
        #expect(limits.upper < 0.048 && evaluation.verdict(area: 0, period: 0) == .fired)
    }

    @Test("the funnel is told")
    func explained() throws {
        var judging = Judging(.financialYear, from: "2024/25", ["share": [.share(40, of: 100)]])
        judging.others = ["share": Self.alike]
        let line = try #require(try judging.lines("outlier(share)").first { $0.contains("funnel") })
        #expect(
            line.contains(
                "funnel about 20% of 7 other areas: 7.6% to 33.6% at 99.8%, the others differ by no more than chance"),
            "\(line)")
    }
}
