import Testing

@testable import Statistics

@Suite("The exact test holds its promises over all pairs of small counts")
struct RateComparisonPropertyTests {
    /// Base count, with the share of exposure that is this period's.
    static let shares = [0.5, 0.25, 0.7]

    private func comparison(_ count: Int, _ base: Int, share: Double) throws -> RateComparison {
        try RateComparison(
            count: Double(count), exposure: share, baseCount: Double(base), baseExposure: 1 - share)
    }

    @Test(arguments: shares)
    func `p agrees with the binomial summed by hand`(share: Double) throws {
        for base in 0...30 {
            for count in 0...30 {
                let trials = base + count
                var term = 1.0
                for _ in 0..<trials { term *= 1 - share }
                var lower = 0.0
                var upper = 0.0
                for successes in 0...trials {
                    if successes <= count { lower += term }
                    if successes >= count { upper += term }
                    term *= Double(trials - successes) / Double(successes + 1) * share / (1 - share)
                }
                let p = try comparison(count, base, share: share).pValue
                #expect(agree(p, min(1, 2 * min(lower, upper)), within: 1e-11), "\(base) → \(count)")
                #expect(p > 0 && p <= 1)
            }
        }
    }

    @Test(arguments: shares)
    func `exchanging the periods changes nothing`(share: Double) throws {
        for base in 0...30 {
            for count in 0...30 {
                let forth = try comparison(count, base, share: share).pValue
                let back = try comparison(base, count, share: 1 - share).pValue
                #expect(agree(forth, back, within: 1e-12), "\(base) → \(count)")
            }
        }
    }

    @Test(arguments: shares)
    func `p falls as the count moves away from what is expected`(share: Double) throws {
        for base in 0...30 {
            let values = try (0...60).map { try comparison($0, base, share: share).pValue }
            let rising = Double(base) * share / (1 - share)
            for count in 1...60 where Double(count - 1) >= rising {
                #expect(values[count] <= values[count - 1] + 1e-14, "\(base) → \(count)")
            }
            for count in 1...60 where Double(count) <= rising {
                #expect(values[count] + 1e-14 >= values[count - 1], "\(base) → \(count)")
            }
        }
    }

    @Test(arguments: shares, [0.9, 0.95, 0.99, 0.998])
    func `the interval excludes 1 exactly where p says significant`(share: Double, level: Double) throws {
        for base in 0...30 {
            for count in 0...30 {
                let comparison = try comparison(count, base, share: share)
                let interval = try comparison.ratioInterval(level: level)
                #expect(
                    try interval.contains(1) != comparison.isSignificant(at: level), "\(base) → \(count)")
                #expect(interval.lower <= interval.upper)
                if let ratio = comparison.ratio { #expect(interval.contains(ratio)) }
            }
        }
    }

    @Test(arguments: [1.0, 1.7, 4, 400])
    func `counts that are not whole keep test and interval together and free of NaN`(dispersion: Double) throws {
        for base in 0...30 {
            for count in 0...30 {
                let comparison = try RateComparison(
                    count: Double(count), exposure: 2, baseCount: Double(base), dispersion: dispersion)
                let interval = try comparison.ratioInterval()
                #expect(try interval.contains(1) != comparison.isSignificant(), "\(base) → \(count)")
                #expect(comparison.pValue > 0 && comparison.pValue <= 1)
                #expect(interval.lower <= interval.upper)
            }
        }
    }
}
