import Measures
import Statistics
import Testing

@testable import RuleLanguage

@Suite("Unusual for the season")
struct SeasonTests {
    /// Six years of months with a busy summer: about 20 in winter, 60 in summer, moved by up to 2 from year to year.
    private static let months: [Double] = (0..<72).map { place in
        let month = place % 12
        return (month >= 5 && month <= 8 ? 60 : 20) + Double((place / 12 * 3 + month) % 5) - 2
    }

    private func verdict(
        _ figures: [Observation], _ condition: String = "unusual(incidents)", worse: Direction? = nil,
        _ change: (inout KPIDeclaration) -> Void = { _ in }
    ) throws -> Verdict {
        var judging = Judging(.month, from: "2019-01", ["incidents": figures])
        var kpi = Declarations.kpi("incidents", .count, addsUp: true)
        kpi.worse = worse
        change(&kpi)
        judging.kpis = [kpi]
        return try judging.verdict(condition)
    }

    private static func counts(last: Double, months: Int = 72) -> [Observation] {
        (Self.months.prefix(months - 1) + [last]).map { .count($0) }
    }

    @Test("a winter as busy as a summer is unusual, and a busy summer is not")
    func season() throws {
        #expect(try verdict(Self.counts(last: 60)) == .fired)
        #expect(try verdict(Self.counts(last: 21)) == .didNotFire)
        // 66 months end in June.
        #expect(try verdict(Self.counts(last: 61, months: 66)) == .didNotFire)
        #expect(try verdict(Self.counts(last: 100, months: 66)) == .fired)
        #expect(try verdict(Self.counts(last: 25, months: 66)) == .fired)
    }

    @Test("the worse way only, and at the level asked")
    func direction() throws {
        #expect(try verdict(Self.counts(last: 60), worse: .higher) == .fired)
        #expect(try verdict(Self.counts(last: 60), worse: .lower) == .didNotFire)
        #expect(try verdict(Self.counts(last: 25, months: 66), worse: .higher) == .didNotFire)
        #expect(try verdict(Self.counts(last: 32)) == .fired)
        #expect(try verdict(Self.counts(last: 32), "unusual(incidents, at: 99.9%)") == .didNotFire)
    }

    @Test("less than five years behind, or half of them missing, is insufficient history")
    func history() throws {
        #expect(try verdict(Array(Self.counts(last: 60).suffix(60))) == .notAssessed(.insufficientHistory))
        #expect(try verdict(Array(Self.counts(last: 60).suffix(61))) == .fired)
        var holes = Self.counts(last: 60)
        for place in 11..<50 { holes[place] = Observation(absent: .missing) }
        #expect(try verdict(holes) == .notAssessed(.insufficientHistory))
        var one = Self.counts(last: 60)
        one[30] = Observation(absent: .missing)
        #expect(try verdict(one) == .fired)
        one[71] = Observation(absent: .missing)
        #expect(try verdict(one) == .notAssessed(.missing))
    }

    @Test("an exceptional year and what lies before a step are no part of what is expected")
    func marks() throws {
        let exceptional = ExceptionalPeriod(
            from: Month(year: 2020, month: 1), to: Month(year: 2022, month: 12), because: "lockdown", by: nil)
        #expect(try verdict(Self.counts(last: 60)) { $0.exceptional = [exceptional] } == .notAssessed(.insufficientHistory))
        let step = DefinitionStep(at: Month(year: 2023, month: 1), because: "a new recording rule")
        #expect(try verdict(Self.counts(last: 60)) { $0.steps = [step] } == .notAssessed(.insufficientHistory))
    }

    @Test("few events are too small to tell; a source without counts can't be judged")
    func small() throws {
        var rare = (0..<72).map { Observation.count($0 % 12 == 3 ? 1 : 0) }
        rare[71] = .count(4)
        #expect(try verdict(rare) == .notAssessed(.tooSmall))
        var bare = Self.counts(last: 60)
        bare[71] = Observation(value: 60)
        #expect(try verdict(bare) == .notAssessed(.noCounts))
    }

    @Test("after five empty years so many events are unusual as chance does not explain, and fewer than five in four months are too small")
    func empty() throws {
        let never = [Double](repeating: 0, count: 71)
        func judged(_ last: [Double], _ change: (inout KPIDeclaration) -> Void = { _ in }) throws -> Verdict {
            try verdict((never.dropLast(last.count - 1) + last).map { .count($0) }, worse: .higher, change)
        }
        #expect(try judged([0]) == .didNotFire)
        #expect(try judged([1]) == .didNotFire)
        #expect(try judged([2]) == .didNotFire)
        #expect(try judged([3]) == .notAssessed(.tooSmall))
        #expect(try judged([5]) == .fired)
        #expect(try judged([40]) == .fired)
        #expect(try judged([1, 1, 3]) == .fired)
        #expect(try judged([2, 2, 1]) == .didNotFire)
        // By a stated dispersion of 4, nine events weigh as two and a quarter.
        #expect(try judged([8]) { $0.statedDispersion = 4 } == .didNotFire)
        #expect(try judged([9]) { $0.statedDispersion = 4 } == .fired)
    }

    @Test("one event in a month that was empty for five years is not unusual, however busy the months before it")
    func emptyMonth() throws {
        var figures = (0..<72).map { Observation.count($0 % 12 == 11 ? 0 : 6) }
        for (last, expected) in [(1.0, Verdict.didNotFire), (2, .didNotFire), (3, .fired)] {
            figures[71] = .count(last)
            #expect(try verdict(figures) == expected, "\(last)")
        }
    }

    @Test("an empty season is told as such, with its test")
    func emptyExplained() throws {
        let figures = ([Double](repeating: 0, count: 71) + [3]).map { Observation.count($0) }
        let lines = try Judging(.month, from: "2019-01", ["incidents": figures]).lines("unusual(incidents)")
        let told = """
            3 events, and none in this season of earlier years: p = 0.009, exact conditional test against none, two-sided; under 0.05 would \
            be unusual; fewer than five events in the last four periods
            """
        #expect(lines.contains { $0.contains(told) }, "\(lines)")
    }

    @Test("what was expected is told")
    func explained() throws {
        let judging = Judging(.month, from: "2019-01", ["incidents": Self.counts(last: 60)])
        let line = try #require(try judging.lines("unusual(incidents)").first { $0.contains("expected") })
        #expect(line.contains("60 events; 20 expected by the season of earlier years, 11.9 to 29.4 at 95%; dispersion 1, no trend"), "\(line)")
    }
}
