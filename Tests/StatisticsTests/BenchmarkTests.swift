import Testing

@testable import Statistics

@Suite("A rate and a proportion against a benchmark, as R's exact tests tell them")
struct BenchmarkTests {
    /// Count, exposure, benchmark; p twice the smaller tail, and the interval of `poisson.test` (Reference/comparisons.R).
    @Test(arguments: [
        (12, 10, 0.8, 0.22384800203703703, 0.62005751087222172, 2.0961585048176952),
        (0, 3, 1, 0.099574136735727889, 0, 1.2296264847046452),
        (171, 1, 135, 0.0031975990275256955, 146.33003384797865, 198.63834620249543),
        (5, 100000, 0.0001, 0.13417192575806358, 1.6234863901184209e-05, 0.00011668332079322667),
        (1, 1, 1, 1, 0.025317807984289897, 5.5716433909388989),
        (9856, 12345, 0.82, 0.0078639057853348345, 0.78269491866198626, 0.814300153273953),
    ])
    func rates(
        count: Double, exposure: Double, benchmark: Double, p: Double, lower: Double, upper: Double
    ) throws {
        let rate = try RateAgainstBenchmark(count: count, exposure: exposure, benchmark: benchmark)
        let interval = try rate.rateInterval()
        #expect(agree(rate.pValue, p, within: 1e-11))
        #expect(agree(interval.lower, lower, within: 1e-12))
        #expect(agree(interval.upper, upper, within: 1e-12))
        #expect(try rate.isSignificant() == !interval.contains(benchmark))
    }

    /// As `binom.test`.
    @Test(arguments: [
        (12, 50, 0.1, 0.0064398422718198534, 0.13060991619745735, 0.38169074810403836),
        (0, 30, 0.2, 0.0024758800785707595, 0, 0.11570330822202779),
        (30, 30, 0.9, 0.084782316550432474, 0.88429669177797221, 1),
        (480, 1000, 0.5, 0.21744829320414144, 0.44863294269453369, 0.51148511754784132),
        (9856, 12345, 0.79, 0.022372375108148056, 0.79119202090955931, 0.8054268465870178),
    ])
    func proportions(
        numerator: Double, denominator: Double, benchmark: Double, p: Double, lower: Double, upper: Double
    ) throws {
        let proportion = try ProportionAgainstBenchmark(
            numerator: numerator, denominator: denominator, benchmark: benchmark)
        let interval = try proportion.proportionInterval()
        #expect(agree(proportion.pValue, p, within: 1e-11))
        #expect(agree(interval.lower, lower, within: 1e-12))
        #expect(agree(interval.upper, upper, within: 1e-12))
    }

    @Test(arguments: [1.0, 1.5, 4, 90])
    func `test and interval agree at every small count and dispersion`(dispersion: Double) throws {
        for count in 0...60 {
            let rate = try RateAgainstBenchmark(count: Double(count), exposure: 2, benchmark: 9, dispersion: dispersion)
            #expect(try rate.isSignificant() != rate.rateInterval().contains(9), "\(count)")
            #expect(rate.pValue >= 0 && rate.pValue <= 1)
            let proportion = try ProportionAgainstBenchmark(
                numerator: Double(count), denominator: 60, benchmark: 0.3, dispersion: dispersion)
            #expect(try proportion.isSignificant() != proportion.proportionInterval().contains(0.3), "\(count)")
            #expect(proportion.pValue >= 0 && proportion.pValue <= 1)
        }
    }

    @Test func `dispersion makes a difference less certain, and the direction is told only where chance is excluded`() throws
    {
        #expect(try RateAgainstBenchmark(count: 130, benchmark: 100).significantDirection() == .higher)
        #expect(try RateAgainstBenchmark(count: 130, benchmark: 100, dispersion: 4).significantDirection() == nil)
        #expect(try RateAgainstBenchmark(count: 70, benchmark: 100).significantDirection() == .lower)
        #expect(
            try ProportionAgainstBenchmark(numerator: 70, denominator: 100, benchmark: 0.5).significantDirection()
                == .higher)
        #expect(
            try ProportionAgainstBenchmark(numerator: 70, denominator: 100, benchmark: 0.5, dispersion: 10)
                .significantDirection() == nil)
    }

    @Test func `equal weights are plain events`() throws {
        let weighted = try RateAgainstBenchmark(
            weighted: WeightedSum(sum: 120 * 7, sumOfSquares: 120 * 49), exposure: 3, benchmark: 35 * 7)
        let plain = try RateAgainstBenchmark(count: 120, exposure: 3, benchmark: 35)
        #expect(agree(weighted.pValue, plain.pValue, within: 1e-12))
        #expect(agree(try weighted.rateInterval().upper, 7 * (try plain.rateInterval().upper), within: 1e-12))
        #expect(throws: StatisticsError.noEvents) {
            try RateAgainstBenchmark(weighted: WeightedSum(sum: 0, sumOfSquares: 0), benchmark: 3)
        }
    }

    @Test func `a benchmark of nothing, of nobody and of all`() throws {
        #expect(try RateAgainstBenchmark(count: 0, benchmark: 0).pValue == 1)
        #expect(try RateAgainstBenchmark(count: 1, benchmark: 0).pValue == 0)
        #expect(try ProportionAgainstBenchmark(numerator: 0, denominator: 9, benchmark: 0).pValue == 1)
        #expect(try ProportionAgainstBenchmark(numerator: 1, denominator: 9, benchmark: 0).pValue == 0)
        #expect(try ProportionAgainstBenchmark(numerator: 9, denominator: 9, benchmark: 1).pValue == 1)
        #expect(try ProportionAgainstBenchmark(numerator: 8, denominator: 9, benchmark: 1).pValue == 0)
    }

    /// Two counts with their exposures, as `poisson.test` of two samples.
    @Test(
        arguments: [
            (148, 1, 116, 1, 0.056195843733489244, 0.99380817433937951, 1.6412323299620066),
            (12, 3, 4, 5, 0.0051987329199292337, 1.515386634808193, 21.270574109132198),
            (0, 1, 6, 2, 0.17558299039780526, 0, 1.6986223885946465),
            (57, 1.3, 32, 1, 0.1837280418339266, 0.87366014243233281, 2.1834842572561683),
            (2100, 1, 1900, 1, 0.0016492663751357067, 1.0382622381801907, 1.1766454585523503),
        ] as [(Double, Double, Double, Double, Double, Double, Double)])
    func `two rates`(
        count: Double, exposure: Double, base: Double, baseExposure: Double, p: Double, lower: Double, upper: Double
    ) throws {
        let comparison = try RateComparison(
            count: count, exposure: exposure, baseCount: base, baseExposure: baseExposure)
        let interval = try comparison.ratioInterval()
        #expect(agree(comparison.pValue, p, within: 1e-11))
        #expect(agree(interval.lower, lower, within: 1e-11))
        #expect(agree(interval.upper, upper, within: 1e-11))
    }
}
