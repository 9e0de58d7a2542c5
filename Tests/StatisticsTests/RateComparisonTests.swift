import Statistics
import Testing

@Suite("A rise within chance is not told as a rise")
struct RateComparisonTests {
    @Test(arguments: [
        (148.0, 116.0, 0.056), (135, 171, 0.045), (135, 170, 0.051), (0, 5, 0.0625), (0, 12, 0.000488281),
        (7, 7, 1), (0, 0, 1),
    ])
    func `two years' counts`(base: Double, count: Double, p: Double) throws {
        let comparison = try RateComparison(count: count, baseCount: base)
        #expect((comparison.pValue - p).magnitude < 5e-4)
        #expect(try comparison.isSignificant() == (p < 0.05))
    }

    @Test func `32 to 57 casualties is within chance once traffic is counted`() throws {
        let comparison = try RateComparison(
            count: 57, exposure: 57 / 62.4, baseCount: 32, baseExposure: 32 / 42.6)
        #expect((comparison.pValue - 0.10).magnitude < 0.005)
        #expect(agree(try #require(comparison.ratio), 62.4 / 42.6, within: 1e-14))
        #expect(try comparison.ratioInterval().contains(1))
    }

    @Test(arguments: [
        // base, over, dispersion, level, smallest
        (135.0, 0.1, 1.0, 0.95, 171), (0, 0.1, 1, 0.95, 6), (1_000_000, 0.1, 1, 0.95, 1_100_001), (10, 0, 1, 0.95, 23),
    ])
    func `the smallest count that fires`(
        base: Double, rise: Double, dispersion: Double, level: Double, smallest: Int
    ) throws {
        let found = try RateComparison.smallestSignificantCount(
            over: rise, baseCount: base, dispersion: dispersion, level: level)
        #expect(found == smallest)
    }

    @Test(arguments: [0.0, 3, 20, 135, 2000], [1.0, 4])
    func `the smallest count is the one that a search one by one finds`(base: Double, dispersion: Double) throws {
        let found = try RateComparison.smallestSignificantCount(
            over: 0.1, baseCount: base, baseExposure: 3, exposure: 2, dispersion: dispersion, level: 0.99)
        var count = 0.0
        while true {
            let comparison = try RateComparison(
                count: count, exposure: 2, baseCount: base, baseExposure: 3, dispersion: dispersion)
            if count * 3 > 1.1 * base * 2, try comparison.isSignificant(at: 0.99) { break }
            count += 1
        }
        #expect(Double(found) == count)
    }

    @Test(arguments: [0.0, 3, 5, 6, 20, 135, 2000], [1.0, 4])
    func `the greatest count after a fall is the one that a search one by one finds`(
        base: Double, dispersion: Double
    ) throws {
        let found = try RateComparison.greatestSignificantCount(
            under: 0.1, baseCount: base, dispersion: dispersion, level: 0.95)
        let counts = stride(from: base, through: 0, by: -1).filter { $0 < 0.9 * base }
        let wanted = try counts.first {
            try RateComparison(count: $0, baseCount: base, dispersion: dispersion).isSignificant(at: 0.95)
        }
        #expect(found.map(Double.init) == wanted)
    }

    @Test func `a fall of exactly 10% is not under −10%, and one from few is never beyond chance`() throws {
        #expect(try RateComparison.greatestSignificantCount(under: 0.1, baseCount: 1_000_000) == 899_999)
        #expect(try RateComparison.greatestSignificantCount(under: 0.1, baseCount: 5) == nil)
        #expect(try RateComparison.greatestSignificantCount(under: 0.1, baseCount: 6) == 0)
    }

    @Test func `a rise of exactly 10% is not over 10%`() throws {
        #expect(
            try RateComparison.smallestSignificantCount(over: 0.1, baseCount: 1_000_000) > 1_100_000)
        #expect(
            try RateComparison.smallestSignificantCount(over: 0.57, baseCount: 1_000_000) == 1_570_001)
    }

    @Test func `equal weights judge as the plain counts do`() throws {
        let plain = try RateComparison(count: 171, baseCount: 135)
        let weighted = try RateComparison(
            weighted: WeightedSum(sum: 171 * 4, sumOfSquares: 171 * 16),
            base: WeightedSum(sum: 135 * 4, sumOfSquares: 135 * 16))
        #expect(weighted == plain)
        #expect(weighted.pValue == plain.pValue)
    }

    @Test func `one grave event in a weighted index does not make a rise significant`() throws {
        // 100 events of weight 1, and one of weight 60 in this period only.
        let comparison = try RateComparison(
            weighted: WeightedSum(sum: 160, sumOfSquares: 3700), base: WeightedSum(sum: 100, sumOfSquares: 100))
        #expect(try !comparison.isSignificant())
        #expect(try RateComparison(count: 160, baseCount: 100).isSignificant())
        #expect(agree(try #require(comparison.ratio), 1.6, within: 1e-14))
        #expect(try WeightedSum(sum: 160, sumOfSquares: 3700).effectiveCount == 160 * 160 / 3700.0)
    }

    @Test func `overdispersion widens what chance explains and leaves the ratio`() throws {
        let plain = try RateComparison(count: 180, baseCount: 135)
        let dispersed = try RateComparison(count: 180, baseCount: 135, dispersion: 4)
        #expect(try plain.isSignificant())
        #expect(try !dispersed.isSignificant())
        #expect(dispersed.ratio == plain.ratio)
        // 180 / 4 and 135 / 4, the latter not whole; the value by mpmath's incomplete beta function.
        #expect(agree(dispersed.pValue, 0.24791223356128029, within: 1e-12))
    }

    @Test func `from none the ratio has no number and no upper limit`() throws {
        let comparison = try RateComparison(count: 12, baseCount: 0)
        #expect(comparison.ratio == nil)
        let interval = try comparison.ratioInterval()
        #expect(interval.upper == .infinity)
        #expect(interval.lower > 1)
    }

    @Test(arguments: [
        (1.5, 1.0, 1.0, StatisticsError.notACount(1.5)), (-2, 1, 1, .negative(-2)), (5, 0, 1, .exposureNotPositive(0)),
        (5, .nan, 1, .notFinite), (5, 1, 0.5, .dispersionBelowOne(0.5)), (3e9, 1, 1, .countTooLarge(3e9, bound: 1e9)),
    ])
    func `what cannot be compared is refused with its reason`(
        count: Double, exposure: Double, dispersion: Double, reason: StatisticsError
    ) {
        #expect(throws: reason) {
            try RateComparison(count: count, exposure: exposure, baseCount: 5, dispersion: dispersion)
        }
        #expect(throws: StatisticsError.weightsInconsistent(sum: 1, sumOfSquares: 0)) {
            try WeightedSum(sum: 1, sumOfSquares: 0)
        }
    }
}
