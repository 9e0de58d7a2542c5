import Measures
import Statistics
import Testing

@testable import RuleLanguage

@Suite("Outliers among the areas judged")
struct OutlierTests {
    private static let alike: [Observation] = [(20, 100), (18, 90), (22, 110), (19, 100), (21, 100), (40, 200), (16, 80)].map {
        .share($0.0, of: $0.1)
    }

    private func verdict(
        _ own: Observation, among others: [Observation] = alike, _ condition: String = "outlier(share)",
        worse: Direction? = nil, dispersion: Double = 1
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
        let never = (0..<8).map { _ in Observation.share(0, of: 100) }
        #expect(try verdict(.share(9, of: 100), among: never) == .notAssessed(.tooSmall))
    }

    @Test("the funnel is told")
    func explained() throws {
        var judging = Judging(.financialYear, from: "2024/25", ["share": [.share(40, of: 100)]])
        judging.others = ["share": Self.alike]
        let line = try #require(try judging.lines("outlier(share)").first { $0.contains("funnel") })
        #expect(line.contains("funnel about 20% of 7 other areas: 7.6% to 33.6% at 99.8%, the others differ by no more than chance"), "\(line)")
    }
}
