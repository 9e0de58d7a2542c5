import Measures
import Statistics

/// How often a rule fires for one area in one period where nothing has changed.
public struct ChanceOfAlarm: Sendable, Hashable {
    public var rate: Double
    /// Whether it is no more than that, rather than about that.
    public var isBound: Bool
}

extension RuleProgram {
    /// How often chance alone makes the rule fire for one area in one period: by the strictest of the tests that it asks for. Nil where it judges
    /// by no test, so that chance has a part that cannot be told.
    ///
    /// - Parameter events: the events behind a usual figure of such an area in the period, by series; nil where nobody stated them. Without them
    ///   the level of a test tells what it can be at the most.
    public func chanceOfAlarm(events: (ProgramSeries) -> Double?) -> ChanceOfAlarm? {
        var found: [ChanceOfAlarm] = []
        let change = guardedChange
        if let change {
            let series = series[change.series]
            let mean = events(series)
            let rate = mean.flatMap { mean in
                try? RateComparison.falseAlarmRate(
                    over: abs(change.bound), change.isRise ? .higher : .lower, mean: mean, dispersion: series.dispersion,
                    level: change.level)
            }
            found.append(ChanceOfAlarm(rate: rate ?? (1 - change.level) / 2, isBound: rate == nil))
        }
        for register in conjuncts(of: when) + guards.flatMap({ conjuncts(of: $0.register) }) {
            switch instructions[register].operation {
            // Of a two-sided test a rule asks for one side: that which its comparison, or its term, names.
            case .significant(_, let level) where change == nil, .beyond(_, _, _, _, let level):
                found.append(ChanceOfAlarm(rate: (1 - level) / 2, isBound: true))
            case .outlier(let place, let level), .unusual(let place, let level):
                let sides = series[place].kpi.worse == nil ? 1.0 : 0.5
                found.append(ChanceOfAlarm(rate: (1 - level) * sides, isBound: false))
            case .processControl(let rule, let place):
                guard let mean = events(series[place]),
                    let rates = try? XmRChart.falseAlarmRates(
                        mean: mean / series[place].dispersion, basis: Evaluation.mostForLimits)
                else { continue }
                let rate = rule.rates(rates)
                let sides: [Direction] = series[place].kpi.worse.map { [$0] } ?? [.higher, .lower]
                found.append(ChanceOfAlarm(rate: sides.reduce(0) { $0 + (rate[$1] ?? 0) }, isBound: false))
            default: continue
            }
        }
        return found.min { $0.rate < $1.rate }
    }
}

extension ProcessControlRule {
    fileprivate func rates(_ rates: XmRChart.FalseAlarmRates) -> [Direction: Double] {
        switch self {
        case .outsideLimits: rates.outsideLimits
        case .shift: rates.shift
        case .trend: rates.trend
        case .twoOfThree: rates.twoOfThree
        case .specialCause: rates.any
        }
    }
}
