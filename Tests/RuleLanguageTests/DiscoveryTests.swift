import Measures
import Testing

@testable import RuleLanguage

@Suite("A false discovery rate over the areas judged")
struct DiscoveryTests {
    /// The verdicts of all areas for `above(incidents, 100)`, the first area's figure first.
    private func verdicts(_ figures: [Observation], rate: Double? = 0.05, at level: String = "95%") throws -> [Verdict] {
        var judging = Judging(.calendarYear, from: "2024", ["incidents": [figures[0]]])
        judging.others = ["incidents": Array(figures.dropFirst())]
        judging.discoveryRate = rate
        let evaluation = try judging.evaluation("above(incidents, 100, at: \(level))")
        return figures.indices.map { evaluation.verdict(area: $0, period: 0) }
    }

    /// Of 10 areas two are far over, one is just over by itself (p = 0.018 of ten tests), the others are alike.
    private static let ten = [150.0, 140, 125, 100, 101, 99, 100, 98, 102, 103].map { Observation.count($0) }

    @Test("what is beyond chance by itself is not kept where ten were asked")
    func family() throws {
        #expect(try verdicts(Self.ten, rate: nil).prefix(4) == [.fired, .fired, .fired, .didNotFire])
        #expect(try verdicts(Self.ten).prefix(4) == [.fired, .fired, .didNotFire, .didNotFire])
        // Asked alone, or at a rate of 10%, it is.
        #expect(try verdicts([.count(125)]) == [.fired])
        #expect(try verdicts(Self.ten, rate: 0.1).prefix(3) == [.fired, .fired, .fired])
    }

    @Test("an area without a figure is no part of the family, and stays unknown")
    func missing() throws {
        let withHoles = Self.ten.prefix(4) + [Observation](repeating: Observation(absent: .missing), count: 6)
        // Of four tests 0.018 is adjusted to 0.024.
        #expect(
            try verdicts(Array(withHoles)) == [.fired, .fired, .fired, .didNotFire]
                + [Verdict](repeating: .notAssessed(.missing), count: 6))
    }

    @Test("the level of each test has to be met besides")
    func level() throws {
        #expect(try verdicts([.count(125)], at: "99%") == [.didNotFire])
    }

    @Test("where rounding decides what the rate keeps, the area is borderline")
    func rounding() throws {
        var figures = Self.ten
        figures[2] = .count(125, to: 140)
        #expect(try verdicts(figures)[2] == .notAssessed(.borderline))
        // Rounding elsewhere that could not take it away leaves the first as it is.
        #expect(try verdicts(figures)[0] == .fired)
    }

    @Test("a change by its exact test")
    func changes() throws {
        var judging = Judging(.quarter, from: "2023 Q1", ["incidents": [135, 9, 9, 9, 171].map { .count($0) }])
        judging.discoveryRate = 0.01
        #expect(try judging.verdict("change(incidents) > 10%", given: ["significant(change(incidents))"]) == .withinChance)
        judging.discoveryRate = 0.05
        #expect(try judging.verdict("change(incidents) > 10%", given: ["significant(change(incidents))"]) == .fired)
    }

    @Test("the adjusted p-value is told")
    func explained() throws {
        var judging = Judging(.calendarYear, from: "2024", ["incidents": [Self.ten[2]]])
        judging.others = ["incidents": Self.ten.enumerated().filter { $0.offset != 2 }.map(\.element)]
        judging.discoveryRate = 0.05
        let lines = try judging.lines("above(incidents, 100)")
        #expect(
            lines.contains {
                $0.contains(
                    "adjusted p = 0.058 among 10 areas tested; at most 0.05 keeps false alarms to 5% of those told")
            }, "\(lines)")
    }

    @Test("the verdict rests on every area's figure, and its meaning names the rate")
    func rests() throws {
        let plain = try Declarations.compile("above(incidents, 100)").get()
        let held = try Declarations.compile("above(incidents, 100)", discoveryRate: 0.05).get()
        #expect(!plain.comparesAreas && held.comparesAreas)
        #expect(held.meaning.hasSuffix("discovery rate 0.05") && !plain.meaning.contains("discovery"))
        #expect(plain.judgement != held.judgement)
        #expect(held.judgesByPValue)
        #expect(try !Declarations.compile("shift(incidents)", discoveryRate: 0.05).get().judgesByPValue)
    }
}
