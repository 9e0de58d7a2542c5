import Statistics
import Testing

/// Every public function that takes figures, with figures that are none: a typed reason, and never a NaN.
@Suite("Bad input gets a typed reason")
struct BadInputTests {
    /// One function, as numbers in and numbers out.
    struct Function: CustomStringConvertible, Sendable {
        var description: String
        /// The arguments in order, all good.
        var good: [Double]
        /// What each argument is, which decides what is bad for it.
        var kinds: [Kind]
        var call: @Sendable ([Double]) throws(StatisticsError) -> [Double]
    }

    enum Kind {
        case count, amount, exposure, level, dispersion, probability, rate, rise, benchmark, population, any

        /// Values that are refused, each with whether the reason tells the value.
        var bad: [Double] {
            let never = [Double.nan, .infinity, -.infinity]
            switch self {
            case .count: return never + [-1, 2.5, 2e9]
            case .amount: return never + [-0.5]
            case .exposure, .population: return never + [0, -3]
            case .level: return never + [0, 1, 95, -0.5]
            case .dispersion: return never + [0.5, 0, -1]
            case .probability: return never + [-0.1, 1.1]
            case .rate: return never + [0, 1, -0.1]
            case .rise: return never + [-0.1]
            case .benchmark: return never + [-0.1]
            case .any: return never
            }
        }
    }

    static let functions: [Function] = [
        Function(description: "exact", good: [12, 0.95], kinds: [.count, .level]) { a throws(StatisticsError) in
            ends(try PoissonInterval.exact(count: a[0], level: a[1]))
        },
        Function(description: "Byar's", good: [12, 0.95], kinds: [.count, .level]) { a throws(StatisticsError) in
            ends(try PoissonInterval.byar(count: a[0], level: a[1]))
        },
        Function(description: "standard", good: [12, 0.998], kinds: [.count, .level]) { a throws(StatisticsError) in
            ends(try PoissonInterval.standard(count: a[0], level: a[1]))
        },
        Function(description: "Wilson's", good: [3, 9, 0.95], kinds: [.amount, .population, .level]) {
            a throws(StatisticsError) in
            ends(try ProportionInterval.wilson(numerator: a[0], denominator: a[1], level: a[2]))
        },
        Function(
            description: "rate comparison", good: [9, 2, 5, 1, 1.5, 0.95],
            kinds: [.count, .exposure, .count, .exposure, .dispersion, .level]
        ) { a throws(StatisticsError) in
            let comparison = try RateComparison(
                count: a[0], exposure: a[1], baseCount: a[2], baseExposure: a[3], dispersion: a[4])
            return ends(try comparison.ratioInterval(level: a[5])) + [comparison.pValue, comparison.ratio ?? 0]
        },
        Function(
            description: "smallest rise", good: [0.1, 135, 1, 1, 1, 0.95],
            kinds: [.rise, .count, .exposure, .exposure, .dispersion, .level]
        ) { a throws(StatisticsError) in
            [
                Double(
                    try RateComparison.smallestSignificantCount(
                        over: a[0], baseCount: a[1], baseExposure: a[2], exposure: a[3], dispersion: a[4], level: a[5]))
            ]
        },
        Function(
            description: "greatest fall", good: [0.1, 135, 1, 1, 1, 0.95],
            kinds: [.rise, .count, .exposure, .exposure, .dispersion, .level]
        ) { a throws(StatisticsError) in
            [
                Double(
                    try RateComparison.greatestSignificantCount(
                        under: a[0], baseCount: a[1], baseExposure: a[2], exposure: a[3], dispersion: a[4], level: a[5])
                        ?? 0)
            ]
        },
        Function(
            description: "weighted comparison", good: [9, 20, 2, 4, 30, 1],
            kinds: [.amount, .amount, .exposure, .amount, .amount, .dispersion]
        ) { a throws(StatisticsError) in
            let comparison = try RateComparison(
                weighted: WeightedSum(sum: a[0], sumOfSquares: a[1]), exposure: a[2],
                base: WeightedSum(sum: a[3], sumOfSquares: a[4]), dispersion: a[5])
            return [comparison.pValue, try WeightedSum(sum: a[0], sumOfSquares: a[1]).effectiveCount]
        },
        Function(
            description: "proportion comparison", good: [3, 9, 2, 8, 0.95],
            kinds: [.count, .population, .count, .population, .level]
        ) { a throws(StatisticsError) in
            let comparison = try ProportionComparison(
                numerator: a[0], denominator: a[1], baseNumerator: a[2], baseDenominator: a[3])
            return ends(try comparison.differenceInterval(level: a[4])) + [comparison.pValue, comparison.difference]
        },
        Function(
            description: "rate against a benchmark", good: [9, 2, 5, 1.5, 0.95],
            kinds: [.count, .exposure, .benchmark, .dispersion, .level]
        ) { a throws(StatisticsError) in
            let rate = try RateAgainstBenchmark(count: a[0], exposure: a[1], benchmark: a[2], dispersion: a[3])
            return ends(try rate.rateInterval(level: a[4])) + [rate.pValue, rate.ratio ?? 0, rate.expected]
        },
        Function(
            description: "proportion against a benchmark", good: [3, 9, 0.2, 1.5, 0.95],
            kinds: [.count, .population, .probability, .dispersion, .level]
        ) { a throws(StatisticsError) in
            let proportion = try ProportionAgainstBenchmark(
                numerator: a[0], denominator: a[1], benchmark: a[2], dispersion: a[3])
            return ends(try proportion.proportionInterval(level: a[4])) + [proportion.pValue, proportion.proportion]
        },
        Function(description: "chance of a rise", good: [0.1, 20], kinds: [.rise, .amount]) { a throws(StatisticsError) in
            [try chanceOfRise(over: a[0], base: a[1])]
        },
        Function(
            description: "dispersion", good: [9, 2, 5, 1], kinds: [.count, .exposure, .count, .exposure]
        ) { a throws(StatisticsError) in
            [try estimatedDispersion(of: [a[0], a[2]], exposures: [a[1], a[3]])]
        },
        Function(
            description: "adjusted p values", good: [0.2, 0.3, 0.05], kinds: [.probability, .probability, .rate]
        ) { a throws(StatisticsError) in
            let adjusted = try adjustedPValues([a[0], a[1]])
            _ = try benjaminiHochberg([a[0], a[1]], rate: a[2])
            return adjusted.compactMap { $0 }
        },
        Function(
            description: "directly standardised", good: [30, 900, 500, 40, 0.95],
            kinds: [.count, .population, .amount, .amount, .level]
        ) { a throws(StatisticsError) in
            let rate = try DirectlyStandardisedRate([
                StandardisationStratum(count: a[0], population: a[1], standard: a[2], sumOfSquares: a[3])
            ])
            return ends(try rate.interval(level: a[4])) + [rate.value, rate.variance]
        },
        Function(
            description: "indirectly standardised", good: [12, 100, 30, 900, 0.95],
            kinds: [.count, .amount, .amount, .population, .level]
        ) { a throws(StatisticsError) in
            let expected = try IndirectlyStandardisedRatio.expected(
                populations: [a[1]], referenceCounts: [a[2]], referencePopulations: [a[3]])
            let ratio = try IndirectlyStandardisedRatio(observed: a[0], expected: expected)
            return ends(try ratio.interval(level: a[4])) + [ratio.value]
        },
        Function(
            description: "funnel of rates", good: [12, 100, 0.1, 1.5, 0.95],
            kinds: [.amount, .population, .benchmark, .amount, .level]
        ) { a throws(StatisticsError) in
            let funnel = try Funnel(.rate, benchmark: a[2], spread: .multiplicative(a[3]), transformation: .squareRoot)
            let point = try FunnelPoint(numerator: a[0], denominator: a[1])
            _ = try funnel.direction(of: point, level: a[4])
            let limits = try funnel.limits(denominator: a[1], level: a[4])
            return [limits.lower, limits.upper, try funnel.score(of: point), point.value]
        },
        Function(
            description: "funnel of proportions", good: [12, 100, 0.1, 0.01, 0.95],
            kinds: [.amount, .population, .rate, .amount, .level]
        ) { a throws(StatisticsError) in
            let funnel = try Funnel(.proportion, benchmark: a[2], spread: .additive(a[3]))
            let point = try FunnelPoint(numerator: a[0], denominator: a[1])
            _ = try funnel.direction(of: point, level: a[4])
            let limits = try funnel.limits(denominator: a[1], level: a[4])
            return [limits.lower, limits.upper, try funnel.score(of: point)]
        },
        Function(description: "funnel at a count", good: [12, 0.95], kinds: [.count, .level]) { a throws(StatisticsError) in
            let points = try Funnel(.ratio, benchmark: 1).limits(atCount: a[0], level: a[1])
            return [points.limits.lower, points.limits.upper, points.lowerDenominator, points.upperDenominator]
        },
        Function(description: "XmR limits", good: [12, 14, 9], kinds: [.any, .any, .any]) { a throws(StatisticsError) in
            let limits = try XmRLimits(of: a)
            _ = try SteppedXmRChart(a)
            return [limits.mean, limits.lower, limits.upper, limits.nearLower, limits.nearUpper, limits.meanMovingRange]
        },
        Function(description: "season", good: [12, 2], kinds: [.count, .exposure]) { a throws(StatisticsError) in
            var detector = SeasonalDetector.monthly
            detector.threshold = .negativeBinomial
            var exposures = [Double](repeating: 2, count: 72)
            exposures[71] = a[1]
            let told = try detector.judge((0..<71).map { Double(3 + $0 % 7) } + [a[0]], exposures: exposures)
            return [told.expected, told.lower, told.upper, told.chanceOfMore, told.chanceOfFewer, told.dispersion]
        },
    ]

    @Test(arguments: functions)
    func `each argument in its turn`(function: Function) throws {
        #expect(try function.call(function.good).allSatisfy { !$0.isNaN })
        for (place, kind) in function.kinds.enumerated() {
            for bad in kind.bad {
                var arguments = function.good
                arguments[place] = bad
                #expect(throws: StatisticsError.self, "\(function), argument \(place): \(bad)") {
                    try function.call(arguments)
                }
            }
        }
    }

    /// Good figures at the ends of their ranges.
    @Test(arguments: functions)
    func `nothing and very much give numbers or a reason`(function: Function) {
        for (place, kind) in function.kinds.enumerated() {
            let extremes: [Double] =
                switch kind {
                case .count, .amount: [0, 1, 1e9]
                case .exposure, .population, .benchmark: [1e-9, 1e9, .leastNormalMagnitude, .greatestFiniteMagnitude]
                case .level: [1e-9, 0.5, 1 - 1e-9]
                case .probability: [0, 1]
                case .rate: [1e-9, 1 - 1e-9]
                case .dispersion: [1, 1e6, .greatestFiniteMagnitude]
                case .rise: [0, 1000]
                case .any: [0, 1e300, -1e300, .greatestFiniteMagnitude]
                }
            for extreme in extremes {
                var arguments = function.good
                arguments[place] = extreme
                guard let told = try? function.call(arguments) else { continue }
                #expect(told.allSatisfy { !$0.isNaN }, "\(function), argument \(place): \(extreme) \(told)")
            }
        }
    }

    private static func ends(_ interval: ConfidenceInterval) -> [Double] { [interval.lower, interval.upper] }

    // MARK: Lists

    static let nothing: [(String, [Double?])] = [
        ("empty", []), ("single", [3]), ("all missing", [nil, nil, nil]), ("one between holes", [nil, 4, nil]),
    ]

    @Test(arguments: nothing)
    func `too short a series`(name: String, values: [Double?]) throws {
        let count = values.count { $0 != nil }
        #expect(throws: StatisticsError.tooFewValues(count)) { try XmRLimits(of: values) }
        #expect(throws: StatisticsError.tooFewValues(count)) { try estimatedDispersion(of: values) }
        #expect(throws: StatisticsError.historyTooShort(periods: values.count, needed: 61)) {
            try SeasonalDetector.monthly.judge(values)
        }
        let chart = try SteppedXmRChart(values)
        #expect(chart.segments.map(\.limits) == [.failure(.tooFewValues(count))])
        #expect(chart.shown.count == values.count && chart.shown.allSatisfy { !$0.isSpecialCause })
    }

    @Test func `a series of equal values has limits and no signals`() throws {
        let values = [Double?](repeating: 7, count: 20)
        let chart = XmRChart(values, limits: try XmRLimits(of: values))
        #expect(chart.shown.allSatisfy { !$0.isSpecialCause })
        let told = try SeasonalDetector.monthly.judge([Double?](repeating: 7, count: 80))
        #expect(agree(told.expected, 7, within: 1e-9) && told.direction == nil && told.dispersion == 1)
    }

    @Test func `no area, and areas without an event or of no one kind`() throws {
        #expect(throws: StatisticsError.tooFewAreas(0, floor: 1)) { try Funnel.benchmark(of: []) }
        #expect(throws: StatisticsError.tooFewAreas(0, floor: 1)) { try Funnel.benchmark(of: [nil, nil]) }
        let none = try FunnelPoint(numerator: 0, denominator: 10)
        #expect(throws: StatisticsError.noEvents) { try Funnel.benchmark(of: [none, none]) }
        #expect(throws: StatisticsError.tooFewAreas(1, floor: 2)) {
            try Funnel(.rate, across: [none], benchmark: 1, estimating: .additive, transformation: .squareRoot)
        }
        #expect(throws: StatisticsError.notFinite) {
            try Funnel(.rate, across: [none, none], benchmark: 1, estimating: .additive)
        }
        let over = try FunnelPoint(numerator: 11, denominator: 10)
        #expect(throws: StatisticsError.numeratorOverDenominator(numerator: 11, denominator: 10)) {
            try Funnel(.proportion, benchmark: 0.5).direction(of: over, level: 0.95)
        }
        let half = try FunnelPoint(numerator: 2.5, denominator: 10)
        #expect(throws: StatisticsError.notACount(2.5)) {
            try Funnel(.rate, benchmark: 0.5).direction(of: half, level: 0.95)
        }
        #expect(throws: StatisticsError.lengthsDiffer(1, 2)) {
            try FunnelDispersion(scores: [1], errors: [1, 1], trimming: .none)
        }
        for share in [-0.1, 0.5, .nan] {
            #expect(throws: StatisticsError.self) {
                try FunnelDispersion(scores: [1, 2, 3], errors: [1, 1, 1], trimming: .winsorised(share))
            }
            #expect(throws: StatisticsError.self) {
                try FunnelDispersion(scores: [1, 2, 3], errors: [1, 1, 1], trimming: .truncated(share))
            }
        }
        #expect(throws: StatisticsError.denominatorNotPositive(0)) { try DirectlyStandardisedRate([]) }
        #expect(throws: StatisticsError.lengthsDiffer(1, 2)) {
            try IndirectlyStandardisedRatio.expected(
                populations: [1], referenceCounts: [1, 2], referencePopulations: [1])
        }
        #expect(assurance(lower: .nan, upper: 1, target: 1, better: .higher) == nil)
        #expect(assurance(lower: 0, upper: 1, target: .infinity, better: .higher) == nil)
    }

    @Test func `a season's history that tells nothing`() throws {
        let detector = SeasonalDetector.monthly
        #expect(throws: StatisticsError.historyTooShort(periods: 60, needed: 61)) {
            try detector.judge([Double?](repeating: 4, count: 60))
        }
        #expect(throws: StatisticsError.dispersionBelowOne(0.5)) {
            try detector.judge([Double?](repeating: 0, count: 61), dispersion: 0.5)
        }
        var holes = [Double?](repeating: 5, count: 61)
        for month in 0..<61 where month % 3 != 0 { holes[month] = nil }
        #expect(throws: StatisticsError.tooFewReferencePeriods(19, needed: 29)) { try detector.judge(holes) }
        holes = [Double?](repeating: 5, count: 61)
        for year in 0..<5 { holes[12 * year] = nil }
        #expect(throws: StatisticsError.tooFewReferencePeriods(52, needed: 29)) { try detector.judge(holes) }
        holes[60] = nil
        #expect(throws: StatisticsError.tooFewValues(0)) { try detector.judge(holes) }
        #expect(throws: StatisticsError.lengthsDiffer(61, 1)) { try detector.judge(holes, exposures: [1]) }
    }

    static let spoilt: [(String, SeasonalDetector)] = [
        ("periodsPerYear", changed { $0.periodsPerYear = 1 }), ("years", changed { $0.years = 0 }),
        ("halfWindow", changed { $0.halfWindow = 6 }), ("seasons", changed { $0.seasons = 13 }),
        ("excludedPeriods", changed { $0.excludedPeriods = -1 }),
        ("reweightingThreshold", changed { $0.reweightingThreshold = .nan }), ("alpha", changed { $0.alpha = 0.5 }),
        ("alpha", changed { $0.alpha = .nan }), ("latestPeriods", changed { $0.latestPeriods = 0 }),
        ("trendThreshold", changed { $0.trendThreshold = .nan }),
    ]

    @Test(arguments: spoilt)
    func `a detector's settings out of range`(name: String, detector: SeasonalDetector) {
        #expect(throws: StatisticsError.settingOutOfRange(name)) {
            try detector.judge([Double?](repeating: 5, count: 80))
        }
    }

    private static func changed(_ change: (inout SeasonalDetector) -> Void) -> SeasonalDetector {
        var detector = SeasonalDetector.monthly
        change(&detector)
        return detector
    }
}
