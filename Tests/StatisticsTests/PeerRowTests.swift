import Testing

@testable import Statistics

/// Rows of the peers' own test suites and documented examples that are in no file beside the project: figures only.
@Suite("Rows of the peers' suites")
struct PeerRowTests {
    // MARK: surveillance, `test-farringtonFlexible.R`

    @Test(
        "bounds of a mean of 5 by a normal interval",
        arguments: [
            (SeasonalDetector.Power.one, 1.3073128, 8.6926872, 0.0907246), (.half, 1.9891097, 9.3744842, 0.1189986),
            (.twoThirds, 1.8084477, 9.1154825, 0.1094727),
        ])
    func powerBounds(_ power: SeasonalDetector.Power, _ lower: Double, _ upper: Double, _ chance: Double) throws {
        // The package gives the error of the mean itself, 0.2.
        let bounds = try SeasonalPrediction(mean: 5, errorOfLogarithm: 0.04, dispersion: 1).bounds(
            .power(power), alpha: 0.05, observed: 8)
        #expect(abs(bounds.lower - lower) < 1e-6 && abs(bounds.upper - upper) < 1e-6, "\(bounds)")
        #expect(abs(bounds.chanceOfMore - chance) < 1e-6, "\(bounds)")
    }

    @Test(
        "bounds of a mean of 5 by a negative binomial",
        arguments: [
            (SeasonalDetector.Threshold.negativeBinomialOfUpperMean, 1.5, 8.0, 24.0, 0.8597797),
            (.negativeBinomialOfUpperMean, 1, 9, 22, 0.9093099), (.negativeBinomial, 1.5, 1, 10, 0.03763657),
            (.negativeBinomial, 1, 2, 9, 0.01369527),
        ])
    func countBounds(
        _ threshold: SeasonalDetector.Threshold, _ dispersion: Double, _ lower: Double, _ upper: Double, _ chance: Double
    ) throws {
        let bounds = try SeasonalPrediction(
            mean: 5, errorOfLogarithm: 0.693_147_180_559_945_3, dispersion: dispersion
        ).bounds(threshold, alpha: 0.05, observed: 11)
        #expect(bounds.lower == lower && bounds.upper == upper, "\(bounds)")
        #expect(abs(bounds.chanceOfMore - chance) < 1e-6, "\(bounds)")
    }

    @Test("weights of past periods: all alike under the threshold, and a case by hand")
    func weights() {
        #expect(
            SeasonalRegression.weights(residuals: Array(repeating: 0, count: 10), threshold: 0)
                == Array(repeating: 1, count: 10))
        let told = SeasonalRegression.weights(
            residuals: Array(repeating: 0, count: 5) + Array(repeating: 2, count: 5), threshold: 0)
        #expect(
            zip(told, Array(repeating: 1.6, count: 5) + Array(repeating: 0.4, count: 5)).allSatisfy { abs($0 - $1) < 1e-15 })
    }

    @Test("one event in 698 weeks is no alarm, and nothing fails on it")
    func oneEvent() throws {
        var detector = SeasonalDetector(
            periodsPerYear: 52, years: 5, halfWindow: 4, seasons: 10, excludedPeriods: 26, trendThreshold: 1, alpha: 0.01,
            threshold: .negativeBinomial, fewestEvents: 4, latestPeriods: 5)
        var counts = [Double?](repeating: 0, count: 698)
        counts[695] = 1
        for place in [695, 696, 697] { #expect(try detector.judge(counts, at: place).direction == nil) }
        // Nor does the event itself pass for unusual where no least number is asked for.
        detector.fewestEvents = 0
        #expect(try detector.judge(counts, at: 697).direction == nil)
    }

    // MARK: NHSRplotthedots, `test-ptd_calculate_point_type.R` and `test-ptd_spc_standard.R`

    @Test("seven on one side of the mean")
    func sides() {
        for (flags, shown) in [
            ([], []), (Array(repeating: 1, count: 6) + [-1], Array(repeating: 0, count: 7)),
            (Array(repeating: -1, count: 8) + [1], [0, 0, 0, 0, 0, 0, -1, -1, 0]),
            ([-1] + Array(repeating: 1, count: 8) + [-1], [0, 0, 0, 0, 0, 0, 0, 1, 1, 0]),
            ([1] + Array(repeating: -1, count: 8) + [1], [0, 0, 0, 0, 0, 0, 0, -1, -1, 0]),
        ] as [([Double], [Double])] {
            #expect(XmRChart.shift(Self.directions(flags)) == Self.directions(shown), "\(flags)")
        }
    }

    @Test("trends of seven")
    func trends() {
        for (values, shown) in [
            ([], []), ([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]), ([1, 2, 3, 4, 5, 6, 7], [0, 0, 0, 0, 0, 0, 1]),
            ([7, 6, 5, 4, 3, 2, 1], [0, 0, 0, 0, 0, 0, -1]),
        ] as [([Double], [Double])] {
            #expect(XmRChart.trend(values.map(Optional.some)) == Self.directions(shown), "\(values)")
        }
    }

    @Test("two of three near a limit, and the points that are part of it")
    func twoOfThree() {
        for (near, windows, parts) in [
            ([], [], []), ([0, 0, 0], [0, 0, 0], [0, 0, 0]), ([1, 0, 1], [1, 1, 1], [1, 0, 1]),
            ([1, 1, 0], [1, 1, 1], [1, 1, 0]),
            ([0, 0, 1, 1, 0, 0, 0], [0, 1, 1, 1, 1, 0, 0], [0, 0, 1, 1, 0, 0, 0]),
            ([1, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]),
        ] as [([Double], [Double], [Double])] {
            let flags = Self.directions(near)
            let told = XmRChart.backFilled(
                XmRChart.twoOfThree(near: flags, sides: near.map { _ in Direction.higher }), length: 3)
            #expect(told.map { $0 != nil } == windows.map { $0 != 0 }, "\(near)")
            #expect(zip(told, flags).map { $1 == nil ? nil : $0 }.map { $0 != nil } == parts.map { $0 != 0 }, "\(near)")
        }
    }

    /// Eight swings between 1 and −1, then 5.5 and −5.5: near the limits, on opposite sides.
    @Test("two points near limits on opposite sides of the mean are no sign")
    func oppositeSides() throws {
        var values = (0..<16).map { $0 % 2 == 0 ? 1.0 : -1 }
        (values[14], values[15]) = (5.5, -5.5)
        let chart = XmRChart(values.map(Optional.some), limits: try XmRLimits(of: values.map(Optional.some)))
        #expect(chart.shown.suffix(2).allSatisfy { !$0.isSpecialCause })
    }

    @Test("assurance by the rows that are left")
    func assurances() {
        for (lower, upper, higher, lowerIsBetter) in [
            (1.0, 3.0, Assurance.consistentlyFails, Assurance.consistentlyPasses),
            (5, 7, .consistentlyPasses, .consistentlyFails), (1, 5, .inconsistent, .inconsistent),
        ] {
            #expect(assurance(lower: lower, upper: upper, target: 4, better: .higher) == higher)
            #expect(assurance(lower: lower, upper: upper, target: 4, better: .lower) == lowerIsBetter)
            #expect(assurance(lower: lower, upper: upper, target: 4, better: nil) == nil)
        }
    }

    private static func directions(_ flags: [Double]) -> [Direction?] {
        flags.map { $0 > 0 ? .higher : $0 < 0 ? .lower : nil }
    }

    // MARK: PHEindicatormethods, the documented example of `phe_rate`

    /// Of 10,000 people, per 100,000: lower and upper at 95%, then at 99.8%; by scipy's `chi2.ppf` and `norm.ppf` in the package's formulas.
    @Test(
        "rates with exact and Byar's limits",
        arguments: [
            (82, 652.149116580967, 1017.8483940118892, 568.1782499510668, 1140.4402890448152),
            (9, 41.15373097378334, 170.84803451419165, 24.524244043637747, 226.5737330906293),
            (48, 353.8847472053199, 636.4243860687616, 293.7473772411646, 735.3315625512776),
            (6500, 63429.31732011339, 66599.7469635289, 62537.02263927419, 67530.16492802685),
            (8200, 80234.66583069754, 83794.38519010397, 79230.1288324356, 84837.03792160003),
            (10000, 98049.52310850305, 101979.51773636615, 96938.22520363648, 103128.92557352468),
            (8, 34.53832176748502, 157.63189220193314, 19.708139217403662, 211.56198165839984),
            (7, 28.143630515198673, 144.22675361702377, 15.203362603988092, 196.26177395384235),
            (750, 6972.769086836789, 8056.528925119139, 6682.050897334099, 8385.50147883351),
            (900, 8421.533386143903, 9607.73393422867, 8101.289809634913, 9966.214882825978),
        ] as [(Double, Double, Double, Double, Double)])
    func rates(_ count: Double, _ lower: Double, _ upper: Double, _ outerLower: Double, _ outerUpper: Double) throws {
        for (level, low, high) in [(0.95, lower, upper), (0.998, outerLower, outerUpper)] {
            let told = try PoissonInterval.standard(count: count, level: level)
            #expect(agree(told.lower * 10, low, within: 1e-9) && agree(told.upper * 10, high, within: 1e-9))
        }
    }

    /// Rows of its test of funnels for rates: the people of one year of three at which so many events lie on the lower and on the upper limit, with
    /// those limits, at 95% and at 99.8%. Found there by halving to 10⁻⁷.
    @Test(
        "the funnel of a rate of 116.1720835 per 100,000 over three years",
        arguments: [
            (1.0, [1598.675694, 20.85059119, 7.264481402, 4588.535848, 2649.348525, 12.58170943, 0.287087625, 116_108.569]),
            (10, [5276.757672, 63.17010446, 1375.943768, 242.2579623, 6924.776769, 48.13632908, 849.4639547, 392.4043292]),
            (122, [41796.66779, 97.2964325, 29069.98358, 139.8922932, 45948.73915, 88.50442345, 26022.84283, 156.2729596]),
            (
                1360,
                [411_529.9259, 110.158048, 369_759.5622, 122.6021934, 424_043.2424, 106.9073359, 358_342.3275, 126.5084525]
            ),
        ] as [(Double, [Double])])
    func rateFunnel(_ count: Double, _ row: [Double]) throws {
        let benchmark = 116.1720835e-5
        let funnel = try Funnel(.rate, benchmark: benchmark)
        for (level, start) in [(0.95, 0), (0.998, 4)] {
            let told = try funnel.limits(atCount: count, level: level)
            for (denominator, limit, place) in [
                (told.lowerDenominator, told.limits.lower, start), (told.upperDenominator, told.limits.upper, start + 2),
            ] {
                // Halving v in expected = (1 + count) v / (1 − v); and the benchmark has ten digits.
                let expected = denominator * benchmark
                let halving = 1e-7 * (1 + count + expected) * (1 + count + expected) / (1 + count) / expected
                #expect(agree(denominator / 3, row[place], within: halving + 1e-9), "\(denominator / 3) \(row[place])")
                #expect(agree(limit * 1e5, row[place + 1], within: halving + 1e-9), "\(limit * 1e5) \(row[place + 1])")
            }
        }
    }

    // MARK: FunnelPlotR, `test-poisson_limits.R`

    /// Its limits are the exact interval of a count as great as expected, over that: not those that verdicts go by here.
    @Test(
        "Poisson limits of a ratio",
        arguments: [
            (15.0, 0.5596924, 1.649348, 0.3862650, 2.082907), (20, 0.6108260, 1.544419, 0.4479107, 1.902094),
            (30, 0.6746958, 1.427562, 0.5289724, 1.702771),
        ])
    func poissonLimits(_ expected: Double, _ low: Double, _ high: Double, _ lowest: Double, _ highest: Double) throws {
        for (level, lower, upper) in [(0.95, low, high), (0.998, lowest, highest)] {
            let told = try PoissonInterval.exact(count: expected, level: level)
            #expect(abs(told.lower / expected - lower) < 1e-7 && abs(told.upper / expected - upper) < 1e-6, "\(told)")
        }
    }

    // MARK: R's own documented examples

    /// `poisson.test(137, 24.19893)` and `poisson.test(c(11, 6+8+7), c(800, 1083+1050+878))`.
    @Test("the documented examples of poisson.test")
    func poissonTest() throws {
        let interval = try PoissonInterval.exact(count: 137)
        #expect(abs(interval.lower / 24.19893 - 4.753125) < 1e-6 && abs(interval.upper / 24.19893 - 6.692709) < 1e-6)
        #expect(try RateAgainstBenchmark(count: 137, benchmark: 24.19893).pValue < 2.2e-16)
        let pair = try RateComparison(count: 11, exposure: 800, baseCount: 21, baseExposure: 3011)
        let ratio = try pair.ratioInterval()
        #expect(abs((pair.ratio ?? 0) - 1.971488) < 1e-6)
        #expect(abs(ratio.lower - 0.8584264) < 1e-7 && abs(ratio.upper - 4.2772659) < 1e-7)
        // R adds up what is less likely, and gives 0.07967; twice the smaller tail by scipy's `binom.sf(10, 32, 800 / 3811)`.
        #expect(abs(pair.pValue - 0.11201731957539936) < 1e-10)
    }

    /// `binom.test(682, 682 + 243, p = 3/4)`: R gives 0.3825, which adds up what is less likely; twice the smaller tail by scipy.
    @Test("the documented example of binom.test")
    func binomTest() throws {
        let test = try ProportionAgainstBenchmark(numerator: 682, denominator: 925, benchmark: 0.75)
        #expect(abs(test.pValue - 0.39201853410776616) < 1e-10)
    }

    /// `p.adjust(p, "BH")` by its definition: the least of n p ÷ rank over all that are no smaller.
    @Test("adjusted p-values by their definition")
    func adjusted() throws {
        let p = [0.01, 0.02, 0.03, 0.04, 0.05, 0.8, 0.02, 1, 0.0001]
        let told = try adjustedPValues(p.map(Optional.some))
        for place in p.indices {
            let wanted =
                p.filter { $0 >= p[place] }.map { value in
                    value * Double(p.count) / Double(p.count { $0 <= value })
                }.min() ?? 1
            #expect(abs((told[place] ?? -1) - min(1, wanted)) < 1e-15)
        }
    }
}
