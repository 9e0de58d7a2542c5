extension XmRChart {
    /// How often a sign of special cause is shown by a period of an unchanged series of Poisson counts.
    public struct FalseAlarmRates: Hashable, Sendable {
        /// By direction: the part of periods that complete the sign so.
        public var outsideLimits: [Direction: Double]
        public var shift: [Direction: Double]
        public var trend: [Direction: Double]
        public var twoOfThree: [Direction: Double]
        /// Any of them.
        public var any: [Direction: Double]
    }

    /// By simulation, with limits from so many periods that lie before those that are tested: 20,000 series of a fixed seed, so that a rate of
    /// 1% is told to within a fifteenth of itself, and the same every time.
    ///
    /// - Parameters:
    ///   - mean: Expected events a period, over 0 up to 10⁵.
    ///   - basis: The periods that limits are made from, at least 2. Where they do not move, the count itself is tested (``StillProcess``).
    public static func falseAlarmRates(mean: Double, basis: Int) throws(StatisticsError) -> FalseAlarmRates {
        let mean = try checkedAmount(mean)
        guard mean > 0 else { throw .noEvents }
        guard mean <= 1e5 else { throw .countTooLarge(mean, bound: 1e5) }
        guard basis >= 2 else { throw .tooFewValues(basis) }
        var counts = PoissonCounts(mean: mean)
        let series = 20_000
        var rates = FalseAlarmRates(outsideLimits: [:], shift: [:], trend: [:], twoOfThree: [:], any: [:])
        for _ in 0..<series {
            let values = (0..<basis + XmRRules.shift).map { _ in Optional(counts.next()) }
            let limits = try XmRLimits(of: Array(values.prefix(basis)))
            guard var last = XmRChart(Array(values.suffix(XmRRules.shift)), limits: limits).completed.last else { continue }
            // Of limits without a width nothing is asked but whether the count is beyond those that made them.
            if limits.meanMovingRange == 0, let count = values.last.flatMap(\.self) {
                let base = values.prefix(basis).reduce(0) { $0 + ($1 ?? 0) }
                last.outsideLimits = try StillProcess(count: count, baseCount: base, baseExposure: Double(basis)).direction
                last.twoOfThree = nil
            }
            for (sign, path) in [
                (last.outsideLimits, \FalseAlarmRates.outsideLimits), (last.shift, \.shift), (last.trend, \.trend),
                (last.twoOfThree, \.twoOfThree),
            ] {
                if let sign { rates[keyPath: path][sign, default: 0] += 1 / Double(series) }
            }
            for direction in [Direction.higher, .lower] where last.shows(direction) {
                rates.any[direction, default: 0] += 1 / Double(series)
            }
        }
        return rates
    }
}

extension XmRSignals {
    /// Whether any of the signs lies this way.
    func shows(_ direction: Direction) -> Bool {
        outsideLimits == direction || shift == direction || trend == direction || twoOfThree == direction
    }
}

/// Poisson counts of one mean in an order that is the same every time.
private struct PoissonCounts {
    /// The chance of a count at or under each, from `lowest` up.
    private var cumulative: [Double] = []
    private let lowest: Double
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(mean: Double) {
        let reach = 8 * mean.squareRoot() + 20
        lowest = max(0, (mean - reach).rounded(.down))
        var sum = 0.0
        for count in stride(from: lowest, through: mean + reach, by: 1) {
            sum += poissonDensity(count, mean: mean)
            cumulative.append(sum)
        }
    }

    mutating func next() -> Double {
        // SplitMix64: G. Steele, D. Lea and C. Flood, OOPSLA 2014.
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        let part = Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > part { high = middle } else { low = middle + 1 }
        }
        return lowest + Double(low)
    }
}
