import Statistics
import Testing

@Suite("Spread between areas is FunnelPlotR's")
struct FunnelSpreadTests {
    static let observed = [100.0, 150, 180, 80, 120, 225, 60, 310, 44, 95]
    static let expected = [108.0, 112, 165, 95, 100, 220, 41, 290, 50, 140]

    struct Case: CustomStringConvertible {
        var transformation: FunnelTransformation
        var trimming: FunnelTrimming
        var phi: Double
        var tau: Double
        var lower: Double
        var upper: Double
        var description: String { "\(transformation), \(trimming)" }
    }

    /// From Reference/funnels.R; limits at 95%, where 112 events (or 1,120 persons) are expected.
    static let cases = [
        Case(
            transformation: .logarithm, trimming: .none, phi: 4.6790302442072695, tau: 0.032879486114078774,
            lower: 0.66981467907640158, upper: 1.4929502610765211),
        Case(
            transformation: .squareRoot, trimming: .none, phi: 4.6042844560499887, tau: 0.0080572899305310069,
            lower: 0.64190132075009132, upper: 1.4371515439342071),
        Case(
            transformation: .arcsineRoot, trimming: .none, phi: 5.0452092112663305, tau: 0.00090163573651401744,
            lower: 0.066788913847191406, upper: 0.1465688761212578),
        Case(
            transformation: .logarithm, trimming: .winsorised(0.1), phi: 2.6314906134419678, tau: 0.015064849419659855,
            lower: 0.73815998658415816, upper: 1.3547198685579109),
        Case(
            transformation: .squareRoot, trimming: .winsorised(0.1), phi: 2.8594496551739548, tau: 0.0042620522703730786,
            lower: 0.70905363680900724, upper: 1.3408407295028024),
        Case(
            transformation: .arcsineRoot, trimming: .winsorised(0.1), phi: 3.0227181697057715, tau: 0.00046171820595990192,
            lower: 0.074178716214559307, upper: 0.13650340777622474),
        Case(
            transformation: .logarithm, trimming: .truncated(0.1), phi: 2.0226392787063685, tau: 0.010351152763858716,
            lower: 0.76174468817897978, upper: 1.3127758099509579),
        Case(
            transformation: .squareRoot, trimming: .truncated(0.1), phi: 2.1957954849276482, tau: 0.0029782345567920723,
            lower: 0.73706350894377226, upper: 1.3029673916080391),
        Case(
            transformation: .arcsineRoot, trimming: .truncated(0.1), phi: 2.2096657743303054, tau: 0.00030095103869134655,
            lower: 0.077579630123390655, upper: 0.13212392300686054),
    ]

    @Test(arguments: cases)
    func `spread and limits`(row: Case) throws {
        let isProportion = row.transformation == .arcsineRoot
        let points = try zip(Self.observed, Self.expected).map {
            try FunnelPoint(numerator: $0, denominator: isProportion ? 10 * $1 : $1)
        }
        let measure = isProportion ? FunnelMeasure.proportion : .ratio
        let additive = try Funnel(
            measure, across: points, benchmark: isProportion ? nil : 1, estimating: .additive, trimming: row.trimming,
            transformation: row.transformation)
        guard case .additive(let tau) = additive.spread else { throw StatisticsError.noEvents }
        #expect(agree(tau, row.tau, within: 1e-11))
        let limits = try additive.limits(denominator: isProportion ? 1120 : 112, level: 0.95)
        #expect(agree(limits.lower, row.lower, within: 1e-11))
        #expect(agree(limits.upper, row.upper, within: 1e-11))
        let multiplicative = try Funnel(
            measure, across: points, benchmark: isProportion ? nil : 1, estimating: .multiplicative,
            trimming: row.trimming, transformation: row.transformation)
        guard case .multiplicative(let phi) = multiplicative.spread else { throw StatisticsError.noEvents }
        #expect(agree(phi, row.phi, within: 1e-11))
    }

    @Test func `spread of the others decides on a tested area`() throws {
        let points: [FunnelPoint?] = try [(150.0, 100.0), (100, 100), (104, 100), (97, 100), (99, 100), (103, 100)].map {
            try FunnelPoint(numerator: $0.0, denominator: $0.1)
        }
        let tested = try FunnelPoint(numerator: 150, denominator: 100)
        func direction(excluding place: Int?) throws -> Direction? {
            try Funnel(
                .ratio, across: points, benchmark: 1, excluding: place, estimating: .additive, trimming: .none
            ).direction(of: tested, level: 0.998)
        }
        #expect(try direction(excluding: 0) == .higher)
        #expect(try direction(excluding: nil) == nil)
    }

    @Test func `an area of none is no outlier where hardly any event is expected`() throws {
        for transformation in [FunnelTransformation.logarithm, .squareRoot] {
            let funnel = try Funnel(.rate, benchmark: 0.001, spread: .multiplicative(1), transformation: transformation)
            #expect(try funnel.direction(of: FunnelPoint(numerator: 0, denominator: 1000), level: 0.95) == nil)
            #expect(try funnel.direction(of: FunnelPoint(numerator: 0, denominator: 50_000), level: 0.95) == .lower)
        }
    }

    @Test func `a share lies outside the limits drawn exactly where the verdict says so`() throws {
        for spread in [FunnelSpread.none, .additive(0), .additive(0.002), .multiplicative(2)] {
            let funnel = try Funnel(.proportion, benchmark: 0.03, spread: spread)
            for size in [5.0, 10, 20, 60, 300] {
                let limits = try funnel.limitsOfVerdict(denominator: size, level: 0.95)
                for count in stride(from: 0, through: size, by: 1) {
                    let point = try FunnelPoint(numerator: count, denominator: size)
                    let drawn: Direction? = point.value > limits.upper ? .higher : point.value < limits.lower ? .lower : nil
                    #expect(try funnel.direction(of: point, level: 0.95) == drawn, "\(count) of \(size), \(spread)")
                }
            }
        }
        // Among 300, chance alone reaches further down than the arcsine's limits do.
        let funnel = try Funnel(.proportion, benchmark: 0.03, spread: .additive(0))
        let (wide, drawn) = try (
            funnel.limits(denominator: 300, level: 0.95), funnel.limitsOfVerdict(denominator: 300, level: 0.95)
        )
        #expect(drawn.lower < wide.lower)
    }

    @Test func `less spread than chance narrows nothing`() throws {
        let points = try (1...8).map { _ in try FunnelPoint(numerator: 50, denominator: 1000) }
        #expect(try Funnel(.rate, across: points, estimating: .additive).spread == .additive(0))
        #expect(try Funnel(.rate, across: points, estimating: .multiplicative).spread == .multiplicative(1))
    }
}
