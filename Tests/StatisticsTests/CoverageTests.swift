import Statistics
import Testing

/// How often each interval holds the true value, by simulation with fixed seeds. The bounds are stated for 20,000 draws:
/// three standard errors are 0.5 points at 95% and 0.1 at 99.8%.
@Suite("Intervals hold the true value as often as they say")
struct CoverageTests {
    static let draws = 20_000

    struct Method: CustomStringConvertible, Sendable {
        var description: String
        var interval: @Sendable (Double, Double) throws -> ConfidenceInterval
    }

    static let counts = [
        Method(description: "exact") { try PoissonInterval.exact(count: $0, level: $1) },
        Method(description: "Byar's") { try PoissonInterval.byar(count: $0, level: $1) },
        Method(description: "OHID's choice") { try PoissonInterval.standard(count: $0, level: $1) },
        Method(description: "rate against a benchmark") {
            try RateAgainstBenchmark(count: $0, benchmark: 1).rateInterval(level: $1)
        },
    ]

    /// Intervals of counts never fall short of their level but by Byar's approximation, and at small means exceed it.
    @Test(arguments: counts, [3.0, 10, 50, 200])
    func `of a count`(method: Method, mean: Double) throws {
        for (level, slack) in [(0.95, 0.005), (0.998, 0.0012)] {
            let share = try covered(.poisson(mean), seed: 1) { count in
                try method.interval(Double(count), level).contains(mean)
            }
            #expect(share > level - slack, "\(method) \(mean) \(level): \(share)")
            #expect(share < 1 - (1 - level) * 0.2 || mean < 10, "\(method) \(mean) \(level): \(share)")
        }
    }

    /// Wilson's interval is right on the average over proportions; at one it may fall short by some points.
    @Test(arguments: [20, 100, 500], [0.05, 0.2, 0.5])
    func `of a proportion`(trials: Int, probability: Double) throws {
        let table = CountTable.binomial(trials, probability)
        let wilson = try covered(table, seed: 2) { count in
            try ProportionInterval.wilson(numerator: Double(count), denominator: Double(trials)).contains(probability)
        }
        #expect(wilson > 0.915 && wilson < 0.985, "\(wilson)")
        let exact = try covered(table, seed: 2) { count in
            try ProportionAgainstBenchmark(
                numerator: Double(count), denominator: Double(trials), benchmark: 0.5
            ).proportionInterval().contains(probability)
        }
        #expect(exact > 0.945, "\(exact)")
    }

    @Test(arguments: [(20.0, 20.0, 1.0), (100, 60, 1), (15, 45, 3), (400, 400, 1)])
    func `of a ratio of two rates`(mean: Double, base: Double, exposure: Double) throws {
        let ratio = mean / base * exposure
        let share = try covered(.poisson(mean), .poisson(base), seed: 3) { count, baseCount in
            try RateComparison(count: Double(count), baseCount: Double(baseCount), baseExposure: exposure)
                .ratioInterval().contains(ratio)
        }
        #expect(share > 0.945 && share < 0.985, "\(share)")
    }

    @Test(arguments: [(0.1, 0.1), (0.3, 0.2), (0.5, 0.52)])
    func `of a difference of two proportions`(now: Double, base: Double) throws {
        let share = try covered(.binomial(120, now), .binomial(90, base), seed: 4) { count, baseCount in
            try ProportionComparison(
                numerator: Double(count), denominator: 120, baseNumerator: Double(baseCount), baseDenominator: 90
            ).differenceInterval().contains(now - base)
        }
        #expect(share > 0.94 && share < 0.965, "\(share)")
    }

    @Test(arguments: [1.0, 4])
    func `of a directly standardised rate`(scale: Double) throws {
        let means = [4.0, 9, 16, 30].map { $0 * scale }
        let weights = [0.5, 1, 2, 1.5]
        let truth = zip(means, weights).reduce(0) { $0 + $1.0 * $1.1 } / 4
        let tables = means.map { CountTable.poisson($0) }
        var random = MonteCarlo(seed: 5)
        var held = 0
        for _ in 0..<5_000 {
            let strata = try tables.indices.map {
                try StandardisationStratum(
                    count: Double(tables[$0].draw(&random)), population: 1, standard: weights[$0])
            }
            // The weights add up to 5 persons, the truth is per 4 of them.
            if try DirectlyStandardisedRate(strata).interval().contains(truth * 4 / 5) { held += 1 }
        }
        let share = Double(held) / 5_000
        #expect(share > 0.94 && share < 0.965, "\(share)")
    }

    private func covered(
        _ table: CountTable, seed: UInt64, _ holds: (Int) throws -> Bool
    ) rethrows -> Double {
        var random = MonteCarlo(seed: seed)
        var known = Remembered<Int, Bool>()
        var held = 0
        for _ in 0..<Self.draws {
            let count = table.draw(&random)
            if try known.value(count, { try holds(count) }) { held += 1 }
        }
        return Double(held) / Double(Self.draws)
    }

    private func covered(
        _ table: CountTable, _ base: CountTable, seed: UInt64, _ holds: (Int, Int) throws -> Bool
    ) rethrows -> Double {
        var random = MonteCarlo(seed: seed)
        var known = Remembered<[Int], Bool>()
        var held = 0
        for _ in 0..<Self.draws {
            let pair = [table.draw(&random), base.draw(&random)]
            if try known.value(pair, { try holds(pair[0], pair[1]) }) { held += 1 }
        }
        return Double(held) / Double(Self.draws)
    }
}
