import Measures
import Testing

@testable import RuleLanguage

@Suite("What a rule says of figures")
struct EvaluationTests {
    private static let chance = "significant(change(incidents))"

    @Test(
        "a rise is a rise over the threshold, by number and by chance",
        arguments: [
            (100, 110, "change(incidents) > 10%", [], Verdict.didNotFire),
            (100, 110, "change(incidents) >= 10%", [], .fired),
            (100, 111, "change(incidents) > 10%", [], .fired),
            (100, 111, "change(incidents) > 10%", [chance], .withinChance),
            (135, 170, "change(incidents) > 10%", [chance], .withinChance),
            (135, 171, "change(incidents) > 10%", [chance], .fired),
            (148, 116, "change(incidents) < -10%", [chance], .withinChance),
            (1000, 1120, "change(incidents) > 10%", [chance], .fired),
            // From zero there is no number, and chance alone decides.
            (0, 5, "change(incidents) > 10%", [chance], .withinChance), (0, 12, "change(incidents) > 10%", [chance], .fired),
            (0, 1, "change(incidents) > 100000%", [], .fired), (0, 0, "change(incidents) > 10%", [chance], .didNotFire),
            (0, 0, "change(incidents) == 0%", [], .fired), (12, 0, "change(incidents) <= -100%", [chance], .fired),
            // Sizes.
            (5, 60, "change(incidents) > 10%", ["base(incidents) >= 20"], .fired),
            (5, 60, "change(incidents) > 10%", ["smallest(incidents) >= 20"], .notAssessed(.tooSmall)),
            (10, 15, "change(incidents) > 10%", ["base(incidents) >= 20", chance], .withinChance),
            (10, 15, "change(incidents) > 10%", ["base(incidents) >= 20"], .notAssessed(.tooSmall)),
            (10, 15, "change(incidents) > 10%", ["base(incidents) > 12.5"], .notAssessed(.tooSmall)),
            (10, 15, "change(incidents) > 10%", ["base(incidents) >= 12.5"], .fired),
            (10, 15, "change(incidents) > 10%", ["incidents > 20"], .didNotFire),
        ] as [(Double, Double, String, [String], Verdict)])
    func rises(_ before: Double, _ now: Double, _ when: String, _ given: [String], _ wanted: Verdict) throws {
        #expect(try Judging(["incidents": [.count(before), .count(now)]]).verdict(when, given: given) == wanted)
    }

    @Test(
        "published changes follow from the published counts",
        arguments: [
            (16_599, 14_996, "\u{2212}9.7%", -10), (1_038, 895, "\u{2212}13.8%", -14), (1_587, 1_275, "\u{2212}19.7%", -20),
            (1_044, 797, "\u{2212}23.7%", -24), (3_534, 2_628, "\u{2212}25.6%", -26),
        ] as [(Double, Double, String, Double)])
    func published(_ before: Double, _ now: Double, _ told: String, _ rounded: Double) throws {
        let judging = Judging(["incidents": [.count(before), .count(now)]])
        #expect(try judging.message("{change(incidents)}") == told)
        #expect(((now / before - 1) * 100).rounded() == rounded)
    }

    @Test("a figure rounded by its source is judged at both ends")
    func rounded() throws {
        let judging = Judging(["incidents": [.count(134, to: 135), .count(148)]])
        #expect(try judging.verdict("change(incidents) > 10%", given: [Self.chance]) == .withinChance)
        #expect(try judging.verdict("change(incidents) > 10%") == .notAssessed(.borderline))
        #expect(try judging.verdict("change(incidents) > 9%") == .fired)
        #expect(try judging.verdict("change(incidents) > 11%") == .didNotFire)
        #expect(try judging.verdict("not change(incidents) > 10%") == .notAssessed(.borderline))
        #expect(try judging.verdict("change(incidents) between 9% and 11%") == .fired)
        #expect(try judging.message("{change(incidents)}") == "+9.6% to +10.4%")
        #expect(try judging.message("{year_before(incidents)} → {incidents}") == "134 to 135 → 148")
    }

    @Test("a count that rounding leaves only one whole number for is that number")
    func wholeCounts() throws {
        let before = Observation(value: 135, bounds: Observation.Bounds(low: 134.6, high: 135.4), count: 135)
        let judging = Judging(["incidents": [before, .count(148)]])
        #expect(try judging.message("{base(incidents)}, {smallest(incidents)}") == "141.5, 135")
    }

    @Test("where the ends of a rounding disagree about chance, chance is not decided")
    func roundedChance() throws {
        // 171 from 135 is significant, from 140 it is not.
        let judging = Judging(["incidents": [.count(135, to: 140), .count(171)]])
        #expect(try judging.verdict("change(incidents) > 10%", given: [Self.chance]) == .notAssessed(.borderline))
        let steady = Judging(["incidents": [.count(90, to: 110), .count(100)]])
        #expect(try steady.verdict("change(incidents) < 50%", given: [Self.chance]) == .withinChance)
    }

    @Test("figures without counts are not judged for chance")
    func withoutCounts() throws {
        let judging = Judging(["rate": [Observation(value: 42.6), Observation(value: 62.4)]])
        #expect(try judging.verdict("change(rate) > 10%", given: ["significant(change(rate))"]) == .notAssessed(.noCounts))
        #expect(try judging.verdict("change(rate) > 10%", given: ["base(rate) > 5"]) == .notAssessed(.noCounts))
        #expect(try judging.verdict("change(rate) > 10%") == .fired)
        let loaded = Judging([
            "rate": [
                Observation(value: 42.6, numerator: 32, denominator: 0.751, count: 32),
                Observation(value: 62.4, numerator: 57, denominator: 0.913, count: 57),
            ]
        ])
        #expect(try loaded.verdict("change(rate) > 10%", given: ["significant(change(rate))"]) == .withinChance)
    }

    @Test("shares are tested as shares, indices by their weights, and stated overdispersion widens chance")
    func methods() throws {
        let share = Judging(["share": [.share(9, of: 100), .share(17, of: 100)]])
        #expect(
            try share.verdict("difference(share) > 3 points", given: ["significant(difference(share))"]) == .withinChance)
        let clear = Judging(["share": [.share(9, of: 100), .share(31, of: 100)]])
        #expect(try clear.verdict("difference(share) > 3 points", given: ["significant(difference(share))"]) == .fired)
        #expect(try clear.verdict("change(share) > 200%", given: ["significant(change(share))"]) == .fired)
        func index(_ sum: Double, _ squares: Double) -> Observation {
            Observation(value: sum, numerator: sum, denominator: 1, count: 100, sumOfSquaredWeights: squares)
        }
        // One heavy crime makes the sum, and proves nothing.
        #expect(
            try Judging(["harm": [index(100, 100), index(200, 10_100)]]).verdict(
                "change(harm) > 10%", given: ["significant(change(harm))"]) == .withinChance)
        #expect(
            try Judging(["harm": [index(100, 100), index(200, 200)]]).verdict(
                "change(harm) > 10%", given: ["significant(change(harm))"]) == .fired)
        var wide = Judging(["incidents": [.count(135), .count(171)]])
        wide.kpis = [Declarations.kpi("incidents", .count, dispersion: 4)]
        #expect(try wide.verdict("change(incidents) > 10%", given: [Self.chance]) == .withinChance)
        // 15 and 30 of 100: p is 0.017 by chance alone, and 0.23 where shares vary four times as much.
        var shares = Judging(["share": [.share(15, of: 100), .share(30, of: 100)]])
        let guards = ["significant(difference(share))"]
        #expect(try shares.verdict("difference(share) > 3 points", given: guards) == .fired)
        shares.kpis = [Declarations.kpi("share", .percent, dispersion: 4)]
        #expect(try shares.verdict("difference(share) > 3 points", given: guards) == .withinChance)
    }

    @Test(
        "a figure of before a changed definition is told as such, however it is compared",
        arguments: [
            "change(incidents) > 10%", "incidents > 1.1 * year_before(incidents)", "incidents > previous(incidents, 2)",
            "incidents > at(incidents, 2020/21)", "incidents > mean(incidents, over: 3 years)",
            "significant(change(incidents))",
        ])
    func steps(_ when: String) throws {
        var kpi = Declarations.kpi("incidents", .count, addsUp: true)
        kpi.steps = [DefinitionStep(at: Month(year: 2022, month: 4), because: "a new recording rule")]
        func isTold(_ first: String) throws -> Bool {
            var judging = Judging(.financialYear, from: first, ["incidents": [.count(100), .count(110), .count(150)]])
            judging.kpis = [kpi]
            return try judging.lines(when).contains {
                $0.contains("counted otherwise from April 2022: a new recording rule")
            }
        }
        #expect(try isTold("2020/21"))
        // Behind the step on both sides.
        if !when.contains("2020/21") { #expect(try !isTold("2022/23")) }
    }

    @Test(
        "what decides a verdict is the first alternative that holds, and the first of all where none does",
        arguments: [
            ("incidents > 100 or referrals > 100", "referrals"), ("incidents > 10 or referrals > 100", "incidents"),
            ("incidents > 100 or referrals > 1000", "incidents"), ("referrals > 100 and incidents > 10", "referrals"),
            ("incidents > 100 or (referrals > 1000 or people > 5)", "people"),
            ("change(incidents) > 1000% or previous(referrals) > 100", "referrals"),
        ])
    func deciding(_ when: String, _ kpi: String) throws {
        let evaluation = try Judging([
            "incidents": [.count(20), .count(20)], "referrals": [.count(200), .count(200)],
            "people": [.count(9), .count(9)],
        ]).evaluation(when)
        #expect(evaluation.program.series[evaluation.decidingSeries(area: 0, period: 1)].name == kpi)
    }

    @Test("months of unequal length are compared by daily rates")
    func dailyRates() throws {
        let same = Judging(.month, from: "2023-02", ["incidents": [.count(2800), .count(3100)]])
        for when in ["> 0%", "< 0%", "!= 0%"] {
            #expect(try same.verdict("change(incidents, from: previous period) \(when)") == .didNotFire, "\(when)")
        }
        #expect(try same.verdict("change(incidents, from: previous period) == 0%") == .fired)
        #expect(try same.verdict("difference(incidents, from: previous period) == 0") == .fired)
        #expect(try same.message("{change(incidents, from: previous period)}") == "0%")
        // Every pair of months of a year, at a rate that has no exact binary fraction.
        for month in 1...11 {
            let (first, second) = (Month(year: 2023, month: month), Month(year: 2023, month: month + 1))
            let judging = Judging(
                .month, from: first.description,
                ["incidents": [.count(Double(first.days) * 3), .count(Double(second.days) * 3)]])
            #expect(try judging.verdict("change(incidents, from: previous period) != 0%") == .didNotFire, "\(first)")
        }
        // A rise of 12% by the calendar alone is no evidence, and the year before needs no such care.
        let telford = Judging(.month, from: "2023-02", ["incidents": [.count(28_000), .count(31_000)]])
        #expect(
            try telford.verdict("incidents > 0", given: ["significant(change(incidents, from: previous period))"])
                == .withinChance)
        // So of weighted sums that add up over periods.
        func index(_ sum: Double) -> Observation {
            Observation(value: sum, numerator: sum, denominator: 1, count: sum, sumOfSquaredWeights: sum)
        }
        var harm = Judging(.month, from: "2023-02", ["harm": [index(28_000), index(31_000)]])
        harm.kpis = [Declarations.kpi("harm", .index, addsUp: true)]
        #expect(
            try harm.verdict("harm > 0", given: ["significant(change(harm, from: previous period))"]) == .withinChance)
    }

    @Test(
        "each term reads its own figure",
        arguments: [
            ("incidents", "140"), ("previous(incidents)", "130"), ("previous(incidents, 3)", "110"),
            ("year_before(incidents)", "130"),
            ("at(incidents, 2021/22)", "120"), ("change(incidents)", "+7.7%"),
            ("change(incidents, from: 2020/21)", "+27.3%"),
            ("difference(incidents)", "10"), ("difference(incidents, from: 2020/21)", "30"), ("base(incidents)", "135"),
            ("smallest(incidents)", "130"), ("base(change(incidents, from: 2020/21))", "125"), ("target(incidents)", "150"),
            ("benchmark(incidents)", "145"), ("incidents - target(incidents)", "\u{2212}10"), ("-incidents", "\u{2212}140"),
            ("incidents * 110%", "154"), ("incidents / 2", "70"), ("incidents / target(incidents)", "0.9333"),
            ("previous(incidents, 4)", "not known: insufficient history"),
            ("at(incidents, 2019/20)", "not known: insufficient history"),
            ("at(incidents, 2030/31)", "not known: not due"), ("incidents / (incidents - incidents)", "not known: no value"),
            ("0.1 + 0.2 - 0.3", "0"),
        ])
    func terms(_ term: String, _ told: String) throws {
        var judging = Judging(["incidents": [.count(110), .count(120), .count(130), .count(140)]])
        judging.target = [nil, nil, nil, 150]
        judging.benchmark = [nil, nil, nil, Observation(value: 145)]
        #expect(try judging.message("{\(term)}") == told)
    }

    @Test("a difference of shares is told in points, of rates in the rate's own unit")
    func differences() throws {
        #expect(
            try Judging(["share": [.share(9, of: 100), .share(12, of: 100)]]).message("{difference(share)}") == "+3 points")
        #expect(
            try Judging(["rate": [Observation(value: 2.5), Observation(value: 4)]]).message("{difference(rate)}")
                == "1.5 per 1,000 people")
    }

    static let states: [(Observation.State, AbsenceReason)] = [
        (.missing, .missing), (.notDue, .notDue), (.withheld, .withheld), (.beforeHistory, .insufficientHistory),
        (.moduleFailed, .moduleFailed),
    ]

    @Test("a hole in either figure of any term is told as what it is, never as a number", arguments: states)
    func holes(_ state: Observation.State, _ reason: AbsenceReason) throws {
        let hole = Observation(absent: state)
        let now = Judging(["incidents": [.count(100), hole]])
        let before = Judging(["incidents": [hole, .count(100)]])
        for when in [
            "incidents > 1", "change(incidents) > 10%", "difference(incidents) > 1", "base(incidents) > 1",
            "smallest(incidents) > 1",
            "significant(change(incidents))", "incidents + 1 > 1", "-incidents < 1", "incidents between 1 and 200",
            "not incidents > 1",
        ] { #expect(try now.verdict(when) == .notAssessed(reason), "\(when)") }
        for when in [
            "previous(incidents) > 1", "year_before(incidents) > 1", "at(incidents, 2020/21) > 1", "change(incidents) > 10%",
            "difference(incidents) > 1",
            "base(incidents) > 1", "significant(change(incidents))", "incidents - previous(incidents) > 1",
        ] { #expect(try before.verdict(when) == .notAssessed(reason), "\(when)") }
        #expect(try before.verdict("incidents > 1") == .fired)
        #expect(try now.verdict("missing(incidents)") == (state == .missing ? .fired : .notAssessed(reason)))
        #expect(try now.verdict("provisional(incidents)") == .notAssessed(reason))
        #expect(try now.message("{incidents}") == "not known: \(reason.words)")
    }

    @Test("a target or a benchmark that is not there for the period is no missing figure")
    func noneForPeriod() throws {
        var judging = Judging(["share": [.share(9, of: 100), .share(12, of: 100)]])
        #expect(try judging.verdict("share > target(share)") == .notAssessed(.noValue))
        #expect(try judging.verdict("share > benchmark(share)") == .notAssessed(.noValue))
        judging.target = [0.05, nil]
        judging.benchmark = [nil, Observation(value: 0.12, bounds: Observation.Bounds(low: 0.115, high: 0.125))]
        #expect(try judging.verdict("share > target(share)") == .notAssessed(.noValue))
        #expect(try judging.verdict("share > benchmark(share)") == .notAssessed(.borderline))
        #expect(try judging.verdict("share > benchmark(share) * 90%") == .fired)
    }

    @Test("provisional and missing are conditions like any other")
    func marks() throws {
        let judging = Judging(["incidents": [.count(100), .count(200, provisional: true)]])
        #expect(try judging.verdict("provisional(incidents)") == .fired)
        #expect(try judging.verdict("missing(incidents)") == .didNotFire)
        #expect(try judging.verdict("incidents > 1", given: ["not provisional(incidents)"]) == .didNotFire)
        let evaluation = try judging.evaluation("incidents > 1")
        #expect(evaluation.isProvisional(area: 0, period: 1) && !evaluation.isProvisional(area: 0, period: 0))
    }

    @Test("Kleene's and, or and not over true, false and unknown, the first reason told")
    func kleene() throws {
        // Each part of the rule is one of these, made of figures that are there or not.
        let parts: [(String, Truth)] = [
            ("incidents > 0", .isTrue), ("incidents < 0", .isFalse), ("referrals > 0", .unknown(.missing)),
            ("rate > 0", .unknown(.withheld)),
        ]
        let judging = Judging([
            "incidents": [.count(1)], "referrals": [Observation(absent: .missing)], "rate": [Observation(absent: .withheld)],
        ])
        func verdict(_ truth: Truth) -> Verdict {
            switch truth {
            case .isTrue: .fired
            case .isFalse: .didNotFire
            case .unknown(let reason): .notAssessed(reason)
            }
        }
        func first(_ left: Truth, _ right: Truth) -> Truth {
            // Withheld is told before missing.
            [left, right].contains(.unknown(.withheld)) ? .unknown(.withheld) : .unknown(.missing)
        }
        for (left, leftTruth) in parts {
            #expect(
                try judging.verdict("not \(left)")
                    == (leftTruth == .isTrue ? .didNotFire : leftTruth == .isFalse ? .fired : verdict(leftTruth)))
            for (right, rightTruth) in parts {
                let pair = [leftTruth, rightTruth]
                let and: Truth =
                    pair.contains(.isFalse) ? .isFalse : pair == [.isTrue, .isTrue] ? .isTrue : first(leftTruth, rightTruth)
                let or: Truth =
                    pair.contains(.isTrue)
                    ? .isTrue : pair == [.isFalse, .isFalse] ? .isFalse : first(leftTruth, rightTruth)
                #expect(try judging.verdict("\(left) and \(right)") == verdict(and), "\(left) and \(right)")
                #expect(try judging.verdict("\(left) or \(right)") == verdict(or), "\(left) or \(right)")
            }
        }
    }

    @Test("recovery is judged by its own condition, and without one by `when` turned round")
    func clears() throws {
        let judging = Judging(["incidents": [.count(100), .count(107)]])
        #expect(try judging.evaluation("change(incidents) > 10%").clears(area: 0, period: 1) == .isTrue)
        #expect(
            try judging.evaluation("change(incidents) > 10%", clear: "change(incidents) < 5%").clears(area: 0, period: 1)
                == .isFalse)
        #expect(try judging.evaluation("change(incidents) > 5%").clears(area: 0, period: 1) == .isFalse)
        #expect(
            try judging.evaluation("change(incidents) > 5%").clears(area: 0, period: 0) == .unknown(.insufficientHistory))
    }

    @Test("a rule's meaning is not its spelling")
    func meaning() throws {
        func meaning(_ when: String, given: [String] = [], message: String = "") throws -> String {
            try Declarations.compile(when, given: given, message: message).get().meaning
        }
        #expect(
            try meaning("change(incidents)>10%")
                == meaning("  ( change( incidents )  > 10.0% )", message: "other {incidents}"))
        #expect(try meaning("change(incidents) > 10%") != meaning("change(incidents) > 11%"))
        #expect(try meaning("change(incidents) > 10%") != meaning("change(referrals) > 10%"))
        #expect(try meaning("change(incidents) > 10%") != meaning("change(incidents) > 10%", given: ["incidents > 5"]))
    }
}
