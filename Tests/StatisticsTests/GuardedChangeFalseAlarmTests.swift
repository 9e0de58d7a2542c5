import Statistics
import Testing

/// How often guarded rules speak of what has not changed: against sums over every pair of counts, and known rates.
@Suite("False alarms of rules that are guarded")
struct GuardedChangeFalseAlarmTests {
    /// e^(−mean) mean^k / k!, by multiplying up.
    private static func poisson(_ mean: Double, _ most: Int) -> [Double] {
        var terms = [1.0]
        for count in 1...most { terms.append(terms[count - 1] * mean / Double(count)) }
        let whole = terms.reduce(0, +)
        return terms.map { $0 / whole }
    }

    @Test(
        "a rise or a fall over a bound that is significant too: equal to the sum over all pairs of counts",
        arguments: [(5.0, 0.1), (20, 0.1), (20, 0.5), (40, 0)] as [(Double, Double)])
    func pairs(_ mean: Double, _ bound: Double) throws {
        let most = Int(mean + 12 * mean.squareRoot()) + 20
        let density = Self.poisson(mean, most)
        var rises = 0.0
        var falls = 0.0
        for base in 0...most {
            for count in 0...most where count != base {
                let test = try RateComparison(count: Double(count), baseCount: Double(base))
                guard try test.isSignificant(at: 0.95) else { continue }
                let change = base == 0 ? Double.infinity : Double(count) / Double(base) - 1
                if change > bound { rises += density[count] * density[base] }
                if change < -bound { falls += density[count] * density[base] }
            }
        }
        let told = try [Direction.higher, .lower].map {
            try RateComparison.falseAlarmRate(over: bound, $0, mean: mean)
        }
        #expect(abs(told[0] - rises) < 1e-9 && abs(told[1] - falls) < 1e-9, "\(told), \(rises), \(falls)")
        #expect(told.allSatisfy { $0 <= 0.025 })
    }

    @Test("a dispersion takes counts for a part of themselves; a wide bound and a strict level leave less")
    func settings() throws {
        let plain = try RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 100)
        #expect((0.015...0.025).contains(plain))
        #expect(
            try RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 400, dispersion: 4)
                == RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 100))
        #expect(try RateComparison.falseAlarmRate(over: 0.5, .higher, mean: 100) < plain / 5)
        #expect(try RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 100, level: 0.99) < plain / 2)
        #expect(try RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 0) == 0)
        #expect(throws: StatisticsError.riseNegative(-0.1)) {
            try RateComparison.falseAlarmRate(over: -0.1, .higher, mean: 10)
        }
        #expect(throws: StatisticsError.countTooLarge(2e7, bound: 1e7)) {
            try RateComparison.falseAlarmRate(over: 0.1, .higher, mean: 2e7)
        }
    }

    @Test("where limits have no width a count is tested, so that few events after none are seldom called outside")
    func rare() throws {
        // At one event in ten periods most limits have no width; what is called outside comes from those that have one.
        let rare = try XmRChart.falseAlarmRates(mean: 0.1, basis: 24)
        #expect((0.002...0.008).contains(rare.outsideLimits[.higher] ?? 0), "\(rare)")
        #expect(try XmRChart.falseAlarmRates(mean: 0.01, basis: 24).outsideLimits[.higher] ?? 0 < 0.001)
        // It is oftenest at one in two periods, by the skewness of such counts.
        #expect((0.045...0.06).contains(try XmRChart.falseAlarmRates(mean: 0.5, basis: 24).outsideLimits[.higher] ?? 0))
    }

    @Test("signs of special cause: near the rates of a normal series where many events are expected, and the same every time")
    func signs() throws {
        let rates = try XmRChart.falseAlarmRates(mean: 400, basis: 24)
        // Seven of one order are two of 7! orders; seven on one side two of 2⁷, more where the mean is an estimate.
        for direction in [Direction.higher, .lower] {
            #expect((0...0.0006).contains(rates.trend[direction] ?? 0))
            #expect((0.0075...0.02).contains(rates.shift[direction] ?? 0))
            #expect((0.001...0.012).contains(rates.outsideLimits[direction] ?? 0))
            let parts = [rates.outsideLimits, rates.shift, rates.trend, rates.twoOfThree].map { $0[direction] ?? 0 }
            let any = rates.any[direction] ?? 0
            #expect(any >= parts.max() ?? 1 && any <= parts.reduce(0, +) + 1e-12)
        }
        #expect(try XmRChart.falseAlarmRates(mean: 400, basis: 24) == rates)
        #expect(throws: StatisticsError.noEvents) { try XmRChart.falseAlarmRates(mean: 0, basis: 24) }
        #expect(throws: StatisticsError.tooFewValues(1)) { try XmRChart.falseAlarmRates(mean: 4, basis: 1) }
        #expect(throws: StatisticsError.countTooLarge(1e6, bound: 1e5)) { try XmRChart.falseAlarmRates(mean: 1e6, basis: 24) }
    }
}
