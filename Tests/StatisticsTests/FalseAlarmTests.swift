import Statistics
import Testing

/// How often each method speaks where nothing has changed, and where a real rise of 20% has come, by simulation with fixed
/// seeds.
@Suite("False alarms and detection power, by simulation")
struct FalseAlarmTests {
    // MARK: Two periods

    /// The share of pairs whose difference is called significant at 95%; below 5% where nothing has changed, and of a rise
    /// of 20% what the exact test can see.
    @Test(arguments: [(20.0, 0.05, 0.11), (100, 0.24, 0.30), (400, 0.75, 0.81)])
    func `significant change at so many events`(events: Double, least: Double, most: Double) throws {
        let base = CountTable.poisson(events)
        let share = try significant(base, base, seed: 11)
        #expect(share > 0.02 && share <= 0.053, "\(share)")
        let power = try significant(.poisson(1.2 * events), base, seed: 12)
        #expect(power > least && power < most, "\(power)")
    }

    /// Against a benchmark that is exact, chance enters once and not twice: more is seen.
    @Test(arguments: [(20.0, 0.10, 0.20), (100, 0.44, 0.54), (400, 0.96, 0.99)])
    func `significantly over a benchmark`(events: Double, least: Double, most: Double) throws {
        let share = try against(events, .poisson(events), seed: 13)
        #expect(share > 0.02 && share <= 0.053, "\(share)")
        let power = try against(events, .poisson(1.2 * events), seed: 14)
        #expect(power > least && power < most, "\(power)")
    }

    private func significant(_ now: CountTable, _ base: CountTable, seed: UInt64) throws -> Double {
        var random = MonteCarlo(seed: seed)
        var known = Remembered<[Int], Bool>()
        let draws = 10_000
        var told = 0
        for _ in 0..<draws {
            let pair = [now.draw(&random), base.draw(&random)]
            let isSignificant = try known.value(pair) {
                try RateComparison(count: Double(pair[0]), baseCount: Double(pair[1])).isSignificant()
            }
            if isSignificant { told += 1 }
        }
        return Double(told) / Double(draws)
    }

    private func against(_ events: Double, _ table: CountTable, seed: UInt64) throws -> Double {
        var random = MonteCarlo(seed: seed)
        var known = Remembered<Int, Bool>()
        let draws = 20_000
        var told = 0
        for _ in 0..<draws {
            let count = table.draw(&random)
            if try known.value(count, { try RateAgainstBenchmark(count: Double(count), benchmark: events).isSignificant() })
            {
                told += 1
            }
        }
        return Double(told) / Double(draws)
    }

    // MARK: Process control

    /// Points that signal, of months of 60 events that never change, limits from 24 other months before them: what alerts in
    /// the rule language see. A rule alone speaks in at most 3% of months, all together in at most 5%.
    @Test func `an unchanged process on its chart`() throws {
        var random = MonteCarlo(seed: 21)
        let table = CountTable.poisson(60)
        var shares = SignalShares()
        for _ in 0..<400 {
            let basis = (0..<24).map { _ in Optional(Double(table.draw(&random))) }
            let tested = (0..<24).map { _ in Optional(Double(table.draw(&random))) }
            let chart = XmRChart(tested, limits: try XmRLimits(of: basis))
            for point in chart.completed[6...] { shares.count(point) }
        }
        #expect(shares.outside > 0.002 && shares.outside < 0.03, "\(shares)")
        #expect(shares.shift > 0.002 && shares.shift < 0.03, "\(shares)")
        #expect(shares.trend < 0.002, "\(shares)")
        #expect(shares.twoOfThree > 0.001 && shares.twoOfThree < 0.02, "\(shares)")
        #expect(shares.any < 0.05, "\(shares)")
    }

    /// A trend of seven in unchanged values comes in 2 of 7! points, one of six in 2 of 6!.
    @Test func `trends by chance are as rare as counting says`() {
        var random = MonteCarlo(seed: 22)
        let values = (0..<60_000).map { _ in Optional(random.uniform()) }
        let seven = XmRChart.trend(values).count { $0 != nil }
        let six = XmRChart.trend(values, length: 6).count { $0 != nil }
        #expect(seven > 10 && seven < 42, "\(seven)")
        #expect(six > 125 && six < 215, "\(six)")
    }

    /// A rise of 20% that stays for twelve months is seen by some rule in so many of the charts, by the size of a month.
    @Test(arguments: [(20.0, 0.55, 0.75), (100, 0.95, 1), (400, 0.995, 1)])
    func `a lasting rise on a chart`(events: Double, least: Double, most: Double) throws {
        var random = MonteCarlo(seed: 23)
        let before = CountTable.poisson(events)
        let after = CountTable.poisson(1.2 * events)
        let charts = 300
        var told = 0
        for _ in 0..<charts {
            let basis = (0..<24).map { _ in Optional(Double(before.draw(&random))) }
            let tested = (0..<12).map { _ in Optional(Double(after.draw(&random))) }
            let chart = XmRChart(tested, limits: try XmRLimits(of: basis))
            let isTold = chart.completed.contains {
                $0.outsideLimits == .higher || $0.shift == .higher || $0.trend == .higher || $0.twoOfThree == .higher
            }
            if isTold { told += 1 }
        }
        let share = Double(told) / Double(charts)
        #expect(share >= least && share <= most, "\(share)")
    }

    struct SignalShares: CustomStringConvertible {
        private var points = 0
        private var counts = [0, 0, 0, 0, 0]

        mutating func count(_ signals: XmRSignals) {
            points += 1
            let told = [
                signals.outsideLimits != nil, signals.shift != nil, signals.trend != nil, signals.twoOfThree != nil,
                signals.isSpecialCause,
            ]
            for place in told.indices where told[place] { counts[place] += 1 }
        }

        var outside: Double { share(0) }
        var shift: Double { share(1) }
        var trend: Double { share(2) }
        var twoOfThree: Double { share(3) }
        var any: Double { share(4) }
        var description: String { "\(counts.indices.map(share))" }
        private func share(_ place: Int) -> Double { Double(counts[place]) / Double(points) }
    }

    // MARK: Areas

    /// Outliers among 60 unchanged areas of all sizes. Byar's and the exact limits err on the side of caution.
    @Test func `unchanged areas in a funnel`() throws {
        var random = MonteCarlo(seed: 31)
        let means = (1...60).map { Double($0) * 2 }
        let tables = means.map { CountTable.poisson($0) }
        var inner = 0
        var outer = 0
        let rounds = 60
        for _ in 0..<rounds {
            let points = try means.indices.map {
                try FunnelPoint(numerator: Double(tables[$0].draw(&random)), denominator: means[$0])
            }
            let funnel = try Funnel(.ratio, across: points)
            for point in points {
                if try funnel.direction(of: point, level: 0.95) != nil { inner += 1 }
                if try funnel.direction(of: point, level: 0.998) != nil { outer += 1 }
            }
        }
        let tested = Double(rounds * means.count)
        #expect(Double(inner) / tested > 0.025 && Double(inner) / tested < 0.05, "\(inner)")
        #expect(Double(outer) / tested < 0.004, "\(outer)")
    }

    /// Of what is discovered among 100 areas, 20 of which are a half over the benchmark, at most 5% are false on the
    /// average.
    @Test func `false discoveries stay under their rate`() throws {
        var random = MonteCarlo(seed: 32)
        let still = CountTable.poisson(80)
        let risen = CountTable.poisson(120)
        var known = Remembered<Int, Double>()
        var falseShare = 0.0
        var discoveries = 0
        let rounds = 200
        for _ in 0..<rounds {
            let p = try (0..<100).map { area in
                let count = area < 20 ? risen.draw(&random) : still.draw(&random)
                return Optional(
                    try known.value(count) { try RateAgainstBenchmark(count: Double(count), benchmark: 80).pValue })
            }
            let found = try benjaminiHochberg(p, rate: 0.05)
            let all = found.count { $0 == true }
            let mistaken = found[20...].count { $0 == true }
            discoveries += all
            if all > 0 { falseShare += Double(mistaken) / Double(all) }
        }
        #expect(falseShare / Double(rounds) < 0.05, "\(falseShare / Double(rounds))")
        #expect(Double(discoveries) / Double(rounds) > 14)
    }

    // MARK: Seasons

    /// Months with a season that never change: with alpha 5% some 5% of rises are told. Of a rise of 20% in one month, at so
    /// many events, these shares.
    @Test(arguments: [(20.0, 0.10, 0.35), (100, 0.45, 0.75), (400, 0.93, 1)])
    func `the seasonal detector on months`(events: Double, least: Double, most: Double) throws {
        let seasonal = (0..<12).map { 1 + 0.3 * Self.wave[$0] }
        let tables = seasonal.map { CountTable.poisson(events * $0) }
        let risen = CountTable.poisson(1.2 * events * seasonal[11])
        var random = MonteCarlo(seed: 41)
        var mistaken = 0
        var told = 0
        let series = 200
        for _ in 0..<series {
            var counts = (0..<72).map { Optional(Double(tables[$0 % 12].draw(&random))) }
            if try SeasonalDetector.monthly.judge(counts).direction == .higher { mistaken += 1 }
            counts[71] = Double(risen.draw(&random))
            if try SeasonalDetector.monthly.judge(counts).direction == .higher { told += 1 }
        }
        #expect(Double(mistaken) / Double(series) < 0.09, "\(mistaken)")
        let power = Double(told) / Double(series)
        #expect(power >= least && power <= most, "\(power), \(mistaken)")
    }

    /// The sine of each month.
    static let wave = [0.5, 0.866, 1, 0.866, 0.5, 0, -0.5, -0.866, -1, -0.866, -0.5, 0]
}
