import Measures
import Testing

@testable import RuleLanguage

@Suite("The test of a change answers outside a rule as it does within one")
struct ChangeTestTests {
    /// KPI, the year before, the year, and what is answered.
    static let pairs: [(kpi: String, Observation, Observation, ChangeTest.Answer)] = [
        ("incidents", .count(135), .count(148), .withinChance), ("incidents", .count(135), .count(171), .beyondChance),
        ("incidents", .count(148), .count(116), .withinChance), ("incidents", .count(0), .count(5), .withinChance),
        ("incidents", .count(0), .count(12), .beyondChance), ("incidents", .count(0), .count(0), .withinChance),
        ("incidents", .count(60, to: 80), .count(100), .notTested(.borderline)),
        ("incidents", Observation(value: 100), .count(171), .notTested(.noCounts)),
        ("incidents", Observation(absent: .missing), .count(171), .notTested(.missing)),
        ("incidents", .count(10), Observation(absent: .notDue), .notTested(.notDue)),
        ("share", .share(30, of: 100), .share(45, of: 100), .beyondChance),
        ("share", .share(30, of: 100), .share(36, of: 100), .withinChance),
        ("rate", rate(200, among: 100_000), rate(260, among: 101_000), .beyondChance),
        ("rate", rate(200, among: 100_000), rate(204, among: 101_000), .withinChance),
        ("harm", index(900, squares: 90_000), index(1_000, squares: 100_000), .withinChance),
        ("harm", index(900, squares: 9_000), index(1_200, squares: 12_000), .beyondChance),
        ("harm", Observation(value: 3, count: 3), Observation(value: 9, count: 9), .notTested(.noCounts)),
    ]

    static func rate(_ events: Double, among people: Double) -> Observation {
        Observation(value: events / people * 1_000, numerator: events, denominator: people, count: events)
    }

    static func index(_ sum: Double, squares: Double) -> Observation {
        Observation(value: sum / 1_000, numerator: sum, denominator: 1_000, count: 40, sumOfSquaredWeights: squares)
    }

    @Test("of counts, shares, rates and weighted counts", arguments: pairs)
    func alike(_ pair: (kpi: String, Observation, Observation, ChangeTest.Answer)) throws {
        let (kpi, before, now, answer) = pair
        let declaration = try #require(Declarations.all.first { $0.name == kpi })
        let year = Period(grain: .financialYear, ordinal: 2021)
        #expect(ChangeTest(of: declaration).answer(now, in: year, since: before, in: year.yearBefore) == answer)
        let verdict = try Judging([kpi: [before, now]]).verdict("significant(change(\(kpi)))")
        switch answer {
        case .beyondChance: #expect(verdict == .fired)
        case .withinChance: #expect(verdict == .didNotFire)
        case .notTested(let reason): #expect(verdict == .notAssessed(reason))
        }
    }

    @Test("a stated overdispersion widens it, and so does a higher level")
    func wider() {
        let year = Period(grain: .financialYear, ordinal: 2021)
        func answer(_ dispersion: Double?, level: Double) -> ChangeTest.Answer {
            ChangeTest(of: Declarations.kpi("incidents", .count, dispersion: dispersion), level: level)
                .answer(.count(171), in: year, since: .count(135), in: year.yearBefore)
        }
        #expect(answer(nil, level: 0.95) == .beyondChance)
        #expect(answer(4, level: 0.95) == .withinChance)
        #expect(answer(nil, level: 0.99) == .withinChance)
    }
}
