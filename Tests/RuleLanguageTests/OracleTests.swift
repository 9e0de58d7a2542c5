import Measures
import Randomness
import Testing

@testable import RuleLanguage

@Suite("The flat program against the tree")
struct OracleTests {
    private static let names = ["incidents", "referrals", "share"]

    private func observation(_ name: String, _ random: inout SplitMix) -> Observation {
        let states: [Observation.State] = [.missing, .notDue, .withheld, .moduleFailed, .beforeHistory]
        if Int.random(in: 0..<6, using: &random) == 0 {
            return Observation(absent: states.randomElement(using: &random) ?? .missing)
        }
        var value = Double(Int.random(in: 0...12, using: &random))
        let provisional = Int.random(in: 0..<4, using: &random) == 0
        if name == "share" { value /= 16 }
        guard Int.random(in: 0..<4, using: &random) == 0 else {
            return Observation(
                value: value, count: Int.random(in: 0..<5, using: &random) == 0 ? nil : value, provisional: provisional)
        }
        let width = name == "share" ? 1.0 / 32 : 1
        return Observation(
            value: value, bounds: Observation.Bounds(low: max(0, value - width), high: value + width), count: value,
            provisional: provisional)
    }

    private func truth(_ possible: TreeOracle.Possible) -> Truth {
        possible.truths == [true]
            ? .isTrue : possible.truths == [false] ? .isFalse : .unknown(possible.reason ?? .borderline)
    }

    @Test(
        "random rules over random figures with random holes give the same truth, reason for reason",
        arguments: 0..<12 as Range<UInt64>)
    func agree(_ seed: UInt64) throws {
        var rules = RandomRule(random: SplitMix(seed: seed &* 7919))
        var random = SplitMix(seed: seed &+ 1_000_003)
        var seen: [Truth: Int] = [:]
        for _ in 0..<80 {
            let grain = try #require([Grain.quarter, .month, .financialYear].randomElement(using: &random))
            let (when, clear) = (rules.condition(3), rules.condition(2))
            let program = try Declarations.compile(when, clear: clear, on: grain).get()
            let trees = (try ExpressionParser.parse(when), try ExpressionParser.parse(clear))
            let areas = [AreaCode("a"), AreaCode("b"), AreaCode("c")]
            let frame = EvaluationFrame(areas: areas, first: Period(grain: grain, ordinal: 24_000), periodCount: 6)
            // Each series begins and ends at its own time, before, within and behind the frame.
            var series: [[String: (first: Int, values: [Observation])]] = areas.map { _ in [:] }
            var blocks: [String: ObservationBlock] = [:]
            for name in Self.names {
                let first = 24_000 - Int.random(in: -2...14, using: &random)
                let count = Int.random(in: 1...24, using: &random)
                var block = ObservationBlock(
                    kpi: name, level: AreaLevel("ward"), unit: .count, areas: areas,
                    first: Period(grain: grain, ordinal: first), periodCount: count,
                    filledWith: Observation(absent: .missing))
                for area in areas.indices {
                    let values = (0..<count).map { _ in observation(name, &random) }
                    for (place, value) in values.enumerated() { block[area, place] = value }
                    series[area][name] = (first, values)
                }
                blocks[name] = block
            }
            let inputs = try program.series.map { SeriesInput(observations: try #require(blocks[$0.name])) }
            let evaluation = Evaluation(program, over: frame, inputs: inputs)
            let reach = program.reach
            for area in areas.indices {
                for period in 0..<frame.periodCount {
                    let oracle = TreeOracle(
                        series: series[area], period: 24_000 + period, yearSteps: grain.stepsPerYear, grain: grain)
                    let wanted = truth(oracle.truth(trees.0))
                    seen[wanted, default: 0] += 1
                    #expect(
                        evaluation.verdict(area: area, period: period) == Verdict(when: wanted, guards: []),
                        "\(when) in area \(area), period \(period)")
                    #expect(
                        evaluation.clears(area: area, period: period) == truth(oracle.truth(trees.1)),
                        "\(clear) in area \(area), period \(period)")
                    // What is called impossible never happens.
                    #expect(reach.canFire || wanted != .isTrue, "\(when) is said never to fire")
                    #expect(reach.canStaySilent || wanted != .isFalse, "\(when) is said to be met by any figures")
                    #expect(
                        reach.canRecover || evaluation.clears(area: area, period: period) != .isTrue,
                        "\(clear) is said never to let it recover")
                }
            }
        }
        #expect((seen[.isTrue] ?? 0) > 50 && (seen[.isFalse] ?? 0) > 50 && seen.count >= 7, "\(seen)")
    }
}
