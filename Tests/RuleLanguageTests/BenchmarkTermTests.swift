import Measures
import Statistics
import Testing

@testable import RuleLanguage

/// p-values from an independent implementation of the Poisson and binomial tails.
@Suite("Above and below a stated figure")
struct BenchmarkTermTests {
    private func judging(_ observations: [Observation], of kpi: String = "incidents", benchmark: Double? = nil) -> Judging {
        var judging = Judging(.calendarYear, from: "2024", [kpi: observations])
        judging.benchmark = [benchmark.map { Observation(value: $0) }]
        return judging
    }

    @Test(
        "a count against a stated one, by the exact test: 60 of 45 is beyond chance (p = 0.037), 59 is not (0.052)",
        arguments: [
            ("above(incidents, 45)", 60, .fired), ("above(incidents, 45)", 59, .didNotFire),
            ("above(incidents, 45, at: 90%)", 57, .fired), ("above(incidents, 45, at: 99%)", 60, .didNotFire),
            ("below(incidents, 45)", 31, .fired), ("below(incidents, 45)", 32, .didNotFire),
            ("above(incidents, 45)", 31, .didNotFire), ("below(incidents, 45)", 60, .didNotFire),
            ("above(incidents, 0)", 1, .fired), ("above(incidents, 0)", 0, .didNotFire),
            ("above(incidents, benchmark(incidents))", 60, .fired), ("above(incidents, benchmark(incidents) * 2)", 60, .didNotFire),
        ] as [(String, Double, Verdict)])
    func counts(_ condition: String, _ count: Double, _ wanted: Verdict) throws {
        #expect(try judging([.count(count)], benchmark: 45).verdict(condition) == wanted)
    }

    @Test("a share by the binomial test, a rate by its exposure, a weighted index by its mean weight")
    func units() throws {
        #expect(try judging([.share(30, of: 100)], of: "share").verdict("above(share, 20%)") == .fired)
        #expect(try judging([.share(28, of: 100)], of: "share").verdict("above(share, 20%)") == .didNotFire)
        func rate(_ count: Double) -> Observation {
            Observation(value: count / 9_000 * 1_000, numerator: count, denominator: 9_000, count: count)
        }
        // 45 are 5 of every 1,000 among 9,000.
        #expect(try judging([rate(60)], of: "rate").verdict("above(rate, 5)") == .fired)
        #expect(try judging([rate(59)], of: "rate").verdict("above(rate, 5)") == .didNotFire)
        func harm(_ events: Double) -> Observation {
            Observation(
                value: events * 10 / 45, numerator: events * 10, denominator: 45, count: events,
                sumOfSquaredWeights: events * 100)
        }
        // Events of weight 10 each: 45 of them are a sum of 450.
        #expect(try judging([harm(60)], of: "harm").verdict("above(harm, 10)") == .fired)
        #expect(try judging([harm(59)], of: "harm").verdict("above(harm, 10)") == .didNotFire)
    }

    /// Of 5 a year among every 1,000, a quarter brings 12.5 among 10,000.
    @Test(
        "a rate that is told a year is held against a year's, whatever the period",
        arguments: [
            ("above(yearly_rate, 5)", 21.0, Verdict.fired), ("above(yearly_rate, 5)", 20, .didNotFire),
            ("below(yearly_rate, 5)", 5, .fired), ("below(yearly_rate, 5)", 6, .didNotFire),
            ("below(yearly_rate, 5)", 25, .didNotFire),
        ])
    func yearlyRate(_ condition: String, _ count: Double, _ wanted: Verdict) throws {
        func rate(_ count: Double) -> Observation {
            Observation(value: count / 10_000 * 1_000 * 4, numerator: count, denominator: 10_000, count: count)
        }
        #expect(try Judging(.quarter, from: "2024 Q1", ["yearly_rate": [rate(count)]]).verdict(condition) == wanted)
        // Known within its bounds as the counts at their ends are.
        var rounded = rate(20.5)
        rounded.bounds = Observation.Bounds(low: 20 * 0.4, high: 21 * 0.4)
        #expect(
            try Judging(.quarter, from: "2024 Q1", ["yearly_rate": [rounded]]).verdict("above(yearly_rate, 5)")
                == .notAssessed(.borderline))
    }

    @Test("the KPI's overdispersion widens the test")
    func dispersion() throws {
        var judging = judging([.count(60)])
        judging.kpis = [Declarations.kpi("incidents", .count, dispersion: 2)]
        #expect(try judging.verdict("above(incidents, 45)") == .didNotFire)
    }

    @Test("as a guard it is within chance; where rounding decides, borderline; what is not there stays unknown")
    func unsettled() throws {
        #expect(try judging([.count(59)]).verdict("incidents > 45", given: ["above(incidents, 45)"]) == .withinChance)
        #expect(try judging([.count(59, to: 60)]).verdict("above(incidents, 45)") == .notAssessed(.borderline))
        #expect(try judging([.count(60, to: 62)]).verdict("above(incidents, 45)") == .fired)
        #expect(try judging([Observation(value: 60)]).verdict("above(incidents, 45)") == .notAssessed(.noCounts))
        #expect(try judging([.count(60)]).verdict("above(incidents, benchmark(incidents))") == .notAssessed(.noValue))
        #expect(try judging([Observation(absent: .missing)]).verdict("above(incidents, 45)") == .notAssessed(.missing))
        #expect(try judging([.count(1)]).verdict("above(incidents, -5)") == .notAssessed(.noCounts))
    }

    @Test("the test is told with its p-value and both figures")
    func explained() throws {
        #expect(
            try judging([.count(60)], benchmark: 45).lines("above(incidents, benchmark(incidents))") == [
                "fired: the condition is met",
                "  when",
                "    above(incidents, benchmark(incidents)) → yes; p = 0.037, exact Poisson test against the stated figure, two-sided; under 0.05 would be significant",
                "      incidents (2024) → 60",
                "      benchmark(incidents) (2024) → 45",
                "  clear",
                "    when is no longer met → no",
            ])
    }
}
