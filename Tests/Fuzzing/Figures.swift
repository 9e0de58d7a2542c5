import Measures
import Randomness
import RuleLanguage

/// Random figures for a program: whatever a module may answer, the ends of the scale among it.
struct Figures {
    static let areas = ["E06000020", "E05000001"].map { AreaCode($0) }

    static func evaluation(of program: RuleProgram, _ random: inout SplitMix) -> Evaluation {
        let last = Period(program.grain, holding: Month(year: 2024, month: Int.random(in: 1...12, using: &random)))
        let count = random.one(of: [1, 2, 5, 14])
        let frame = EvaluationFrame(areas: areas, first: last.moved(by: 1 - count), periodCount: count)
        let inputs = program.series.map { series in
            // A block may reach further back than the frame, or begin within it.
            let before = Int.random(in: -2...26, using: &random)
            let held = max(0, count + before - random.one(of: [0, 0, 0, 1]))
            var block = ObservationBlock(
                kpi: series.name, level: AreaLevel("borough"), unit: series.unit, areas: areas,
                first: frame.first.moved(by: -before), periodCount: held, filledWith: Observation(absent: .missing))
            let scale = random.one(of: [0, 1, 5, 40, 1_000, 1e6, 1e12])
            for area in areas.indices {
                for period in 0..<held { block[area, period] = observation(series.unit, scale, &random) }
            }
            func expected(_ random: inout SplitMix) -> [Double?] {
                (0..<random.one(of: [0, 1, count, count])).map { _ in
                    random.happens(1, in: 4) ? nil : random.one(of: [0, 0.1, 1, 20, -5, 1e12])
                }
            }
            return SeriesInput(
                observations: block, target: expected(&random), tolerance: expected(&random),
                benchmark: (0..<random.one(of: [0, count])).map { _ in
                    random.happens(1, in: 4) ? nil : observation(series.unit, scale, &random)
                })
        }
        return Evaluation(program, over: frame, inputs: inputs)
    }

    private static func observation(_ unit: Unit, _ scale: Double, _ random: inout SplitMix) -> Observation {
        if random.happens(1, in: 8) {
            return Observation(absent: random.one(of: Observation.State.allCases.filter { $0 != .reported }))
        }
        var observation: Observation
        let count = Double.random(in: 0...max(scale, 1), using: &random).rounded()
        switch unit {
        case .count:
            observation = Observation(value: count, count: count)
        case .percent, .rate:
            let denominator = count + Double.random(in: 0...max(scale, 1), using: &random).rounded() + 1
            observation = Observation(
                value: count / denominator, numerator: count, denominator: denominator, count: count)
        case .index:
            observation = Observation(value: count * 1.5, count: count, sumOfSquaredWeights: count * 2.5)
        case .change, .points, .money, .days:
            observation = Observation(value: random.one(of: [0, count, -count, 1e-300, count / 3, 1e300]))
        }
        if random.happens(1, in: 5), let value = observation.value {
            let half = random.one(of: [0, 0.5, 5, abs(value) / 10])
            observation.bounds = Observation.Bounds(low: value - half, high: value + half)
        }
        if random.happens(1, in: 6) { (observation.numerator, observation.denominator) = (nil, nil) }
        if random.happens(1, in: 6) { observation.count = nil }
        if random.happens(1, in: 12) { distort(&observation, &random) }
        observation.provisional = random.happens(1, in: 5)
        if random.happens(1, in: 6) { observation.sources = Observation.Sources(received: 12, expected: 13) }
        return observation
    }

    /// Finite, and nothing that a sound module would answer.
    private static func distort(_ observation: inout Observation, _ random: inout SplitMix) {
        let odd = random.one(of: [-1, -1e9, 0, 0.5, 1e18, 1e308, .leastNonzeroMagnitude])
        switch Int.random(in: 0..<6, using: &random) {
        case 0: observation.value = odd
        case 1: observation.count = odd
        case 2: observation.numerator = odd
        case 3: observation.denominator = odd
        case 4: observation.sumOfSquaredWeights = odd
        default: observation.bounds = Observation.Bounds(low: odd, high: -odd)
        }
    }
}
