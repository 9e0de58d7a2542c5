import Statistics
import Testing

@Suite("A change of share within chance is not told as a change")
struct ProportionComparisonTests {
    /// Newcombe's own examples (1998, table II, method 10), to the four digits that he prints.
    @Test(arguments: [
        (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 10, 0.6075, 1.0000),
    ])
    func `Newcombe's published intervals`(
        numerator: Double, denominator: Double, baseNumerator: Double, baseDenominator: Double, lower: Double,
        upper: Double
    ) throws {
        let interval = try ProportionComparison(
            numerator: numerator, denominator: denominator, baseNumerator: baseNumerator,
            baseDenominator: baseDenominator
        ).differenceInterval()
        #expect((interval.lower - lower).magnitude < 6e-5)
        #expect((interval.upper - upper).magnitude < 6e-5)
    }

    /// Φ(−z ÷ √φ) of the exact test's own z, twice.
    @Test func `a dispersion divides the deviate by its root, and widens the interval`() throws {
        func comparison(_ dispersion: Double) throws -> ProportionComparison {
            try ProportionComparison(
                numerator: 30, denominator: 100, baseNumerator: 15, baseDenominator: 100, dispersion: dispersion)
        }
        // Exact p 0.017149: z = 2.3835; ÷ √2 = 1.6854, p 0.0919; ÷ 2 = 1.1917, p 0.2334.
        #expect((try comparison(1).pValue - 0.017149).magnitude < 5e-6)
        #expect((try comparison(2).pValue - 0.0919).magnitude < 1e-4)
        #expect((try comparison(4).pValue - 0.2334).magnitude < 1e-4)
        let (plain, wide) = (try comparison(1).differenceInterval(), try comparison(4).differenceInterval())
        #expect(wide.lower < plain.lower && wide.upper > plain.upper)
        let far = try ProportionComparison(
            numerator: 1_000_000, denominator: 1_000_000, baseNumerator: 0, baseDenominator: 1_000_000, dispersion: 1000)
        #expect(far.pValue < 1e-100)
        #expect(throws: StatisticsError.dispersionBelowOne(0.5)) { try comparison(0.5) }
    }

    @Test func `p agrees with the hypergeometric distribution counted out, for all small tables`() throws {
        for (first, second) in [(1, 1), (5, 8), (12, 12), (3, 20)] {
            for now in 0...first {
                for base in 0...second {
                    let comparison = try ProportionComparison(
                        numerator: Double(now), denominator: Double(first), baseNumerator: Double(base),
                        baseDenominator: Double(second))
                    let back = try ProportionComparison(
                        numerator: Double(base), denominator: Double(second), baseNumerator: Double(now),
                        baseDenominator: Double(first))
                    let expected = countedOut(now, of: first, base, of: second)
                    #expect(agree(comparison.pValue, expected, within: 1e-11), "\(now)/\(first), \(base)/\(second)")
                    #expect(agree(back.pValue, expected, within: 1e-11), "\(now)/\(first), \(base)/\(second)")
                }
            }
        }
    }

    @Test func `large tables keep their precision`() throws {
        // By Python's mpmath: the hypergeometric tail from 2,295 of 7,020 upwards against 2,100 of 7,000, doubled.
        let comparison = try ProportionComparison(
            numerator: 2295, denominator: 7020, baseNumerator: 2100, baseDenominator: 7000)
        #expect(agree(comparison.pValue, 0.0006307040691652972, within: 1e-12))
        #expect(try comparison.isSignificant())
    }

    @Test func `shares of parts that do not fit are refused`() {
        #expect(throws: StatisticsError.denominatorNotPositive(0)) {
            try ProportionComparison(numerator: 0, denominator: 0, baseNumerator: 1, baseDenominator: 2)
        }
        #expect(throws: StatisticsError.notACount(0.5)) {
            try ProportionComparison(numerator: 0.5, denominator: 2, baseNumerator: 1, baseDenominator: 2)
        }
    }

    private func countedOut(_ now: Int, of first: Int, _ base: Int, of second: Int) -> Double {
        let successes = now + base
        var lower = 0.0
        var upper = 0.0
        var all = 0.0
        for count in max(0, successes - second)...min(first, successes) {
            let ways = choose(first, count) * choose(second, successes - count)
            all += ways
            if count <= now { lower += ways }
            if count >= now { upper += ways }
        }
        return min(1, 2 * min(lower, upper) / all)
    }

    private func choose(_ total: Int, _ part: Int) -> Double {
        (0..<part).reduce(1.0) { $0 * Double(total - $1) / Double($1 + 1) }
    }
}
