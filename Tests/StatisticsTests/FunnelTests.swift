import Statistics
import Testing

@Suite("Funnels are those of PHEindicatormethods")
struct FunnelTests {
    /// Rows of its test of proportions: population and limits at 95% and 99.8%, in percent to six places.
    @Test(arguments: [
        (4.0, 41.923356, 100, 19.594903, 100), (20, 63.326743, 97.958152, 53.341156, 100),
        (45, 69.098645, 92.186251, 62.441586, 98.843309), (1008, 78.203374, 83.081521, 76.796814, 84.488082),
        (110000, 80.408963, 80.875933, 80.274317, 81.010578),
    ])
    func `limits of a proportion`(population: Double, low: Double, high: Double, lowest: Double, highest: Double) throws {
        let funnel = try Funnel(.proportion, benchmark: 0.80642448)
        let inner = try funnel.limits(denominator: population, level: 0.95)
        let outer = try funnel.limits(denominator: population, level: 0.998)
        for (limit, expected) in [(inner.lower, low), (inner.upper, high), (outer.lower, lowest), (outer.upper, highest)] {
            #expect((100 * limit - expected).magnitude < 1e-6)
        }
    }

    /// Rows of its test of ratios: events observed, events expected on the lower and the upper limit at 95% and at 99.8%.
    /// Found there by halving to 10⁻⁷.
    @Test(arguments: [
        (1.0, 5.571644585, 0.025317898, 9.233410143, 0.001000547),
        (9, 17.08479966, 4.11537405, 22.65737951, 2.452425215),
        (100, 121.6268111, 81.36400699, 134.9243187, 71.92139974),
        (716, 770.4222128, 664.5083011, 802.60414, 636.1521174),
    ])
    func `limits of a ratio at a count`(
        count: Double, low: Double, high: Double, lowest: Double, highest: Double
    ) throws {
        let funnel = try Funnel(.ratio, benchmark: 1)
        let inner = try funnel.limits(atCount: count, level: 0.95)
        let outer = try funnel.limits(atCount: count, level: 0.998)
        for (denominator, expected) in [
            (inner.lowerDenominator, low), (inner.upperDenominator, high), (outer.lowerDenominator, lowest),
            (outer.upperDenominator, highest),
        ] {
            // Halving v in denominator = (1 + count) v / (1 − v).
            let precision = 1e-7 * (1 + count + expected) * (1 + count + expected) / (1 + count)
            #expect((denominator - expected).magnitude < precision)
        }
        #expect(agree(inner.limits.lower, count / inner.lowerDenominator, within: 1e-14))
        // The curve through all denominators meets these points.
        #expect(
            agree(
                try funnel.limits(denominator: inner.lowerDenominator, level: 0.95).lower, inner.limits.lower, within: 1e-9))
        #expect(
            agree(
                try funnel.limits(denominator: inner.upperDenominator, level: 0.95).upper, inner.limits.upper, within: 1e-9))
    }

    /// Its test of crude rates, the area of none included: the smallest and greatest of each verdict.
    @Test func `verdicts on rates`() throws {
        let rows = FunnelAreas.crudeRates
        let points = try rows.map { try FunnelPoint(numerator: $0.count, denominator: $0.population) }
        let funnel = try Funnel(.rate, across: points)
        for (row, point) in zip(rows, points) {
            let inner = try funnel.direction(of: point, level: 0.95)
            let outer = try funnel.direction(of: point, level: 0.998)
            #expect((inner, outer) == row.verdict.directions, "\(row)")
        }
    }

    @Test(
        arguments: [
            (35078.488, 41980, .highest), (24803.6256, 31824, .lowest), (50050.7443, 61921, .within),
            (26789.238, 33012, .high), (30277.5312, 37828, .low), (34502.0685, 42485, .high), (24866.916, 30929, .within),
        ] as [(Double, Double, FunnelVerdict)])
    func `verdicts on proportions`(numerator: Double, denominator: Double, verdict: FunnelVerdict) throws {
        let funnel = try Funnel(.proportion, benchmark: 0.80642448)
        let point = try FunnelPoint(numerator: numerator, denominator: denominator)
        #expect(
            (try funnel.direction(of: point, level: 0.95), try funnel.direction(of: point, level: 0.998))
                == verdict.directions)
    }

    @Test func `an area can be left out of its own benchmark`() throws {
        let points: [FunnelPoint?] = try [
            FunnelPoint(numerator: 400, denominator: 1000), nil, FunnelPoint(numerator: 100, denominator: 1000),
            FunnelPoint(numerator: 120, denominator: 1000),
        ]
        #expect(agree(try Funnel.benchmark(of: points), 620 / 3000, within: 1e-15))
        #expect(agree(try Funnel.benchmark(of: points, excluding: 0), 0.11, within: 1e-15))
        #expect(try Funnel(.rate, across: points, excluding: 0).direction(of: points[0]!, level: 0.998) == .higher)
    }

    @Test func `limits narrow as areas grow and bracket the benchmark`() throws {
        for measure in [FunnelMeasure.proportion, .rate, .ratio] {
            let funnel = try Funnel(measure, benchmark: 0.2)
            var width = Double.infinity
            for denominator in [5.0, 20, 100, 1000, 100_000] {
                let limits = try funnel.limits(denominator: denominator, level: 0.998)
                #expect(limits.lower >= 0 && limits.lower < 0.2 && limits.upper > 0.2)
                #expect(limits.upper - limits.lower < width)
                width = limits.upper - limits.lower
            }
        }
    }
}

enum FunnelVerdict {
    case lowest, low, within, high, highest

    /// At 95% and at 99.8%.
    var directions: (Direction?, Direction?) {
        switch self {
        case .lowest: (.lower, .lower)
        case .low: (.lower, nil)
        case .within: (nil, nil)
        case .high: (.higher, nil)
        case .highest: (.higher, .higher)
        }
    }
}
