import Measures
import Statistics

/// How often a rule fires for one area in one period where nothing has changed.
public struct ChanceOfAlarm: Sendable, Hashable {
    public var rate: Double
    /// Whether it is no more than that, rather than about that.
    public var isBound: Bool
    /// How many families of tests a false discovery rate would hold for any area to be told: nil where it fires without one too.
    public var families: Int?
    /// The events behind a usual figure from which on this holds, where fewer bring more false alarms; nil where it holds at any level.
    public var fewestEvents: Double?
}

extension RuleProgram {
    /// How often chance alone makes the rule fire for one area in one period: of what has to hold together, by the strictest test; of
    /// alternatives, by all of them together. Nil where it judges by no test, so that chance has a part that cannot be told.
    ///
    /// - Parameter events: the events behind a usual figure of such an area in the period, by series; nil where nobody stated them. Without them
    ///   the level of a test tells what it can be at the most, and signs of special cause what it can be from ten events on.
    public func chanceOfAlarm(events: (ProgramSeries) -> Double?) -> ChanceOfAlarm? {
        let change = guardedChange
        let registers = ([when] + guards.map(\.register)).flatMap(conjuncts)
        var found = registers.compactMap { register -> ChanceOfAlarm? in
            // The guard of that change is told with it.
            if case .significant = instructions[register].operation, change != nil { return nil }
            return chance(of: register, events)
        }
        if let change { found.append(chance(of: change, events)) }
        return Self.together(found)
    }

    private func chance(of change: GuardedChange, _ events: (ProgramSeries) -> Double?) -> ChanceOfAlarm {
        let series = series[change.series]
        let rate = events(series).flatMap { mean in
            try? RateComparison.falseAlarmRate(
                over: abs(change.bound), change.isRise ? .higher : .lower, mean: mean, dispersion: series.dispersion,
                level: change.level)
        }
        return ChanceOfAlarm(rate: rate ?? (1 - change.level) / 2, isBound: rate == nil, families: 1)
    }

    /// How often chance alone makes a condition hold; nil where that cannot be told.
    private func chance(of register: Int, _ events: (ProgramSeries) -> Double?) -> ChanceOfAlarm? {
        switch instructions[register].operation {
        case .and(let left, let right): return Self.together([left, right].compactMap { chance(of: $0, events) })
        case .or(let left, let right):
            guard let first = chance(of: left, events), let second = chance(of: right, events) else { return nil }
            return ChanceOfAlarm(
                rate: min(1, first.rate + second.rate), isBound: true,
                families: first.families.flatMap { first in second.families.map { first + $0 } },
                fewestEvents: [first.fewestEvents, second.fewestEvents].compactMap(\.self).max())
        case .significant(let pair, let level):
            return ChanceOfAlarm(rate: (1 - level) * (namesSide(of: pair) ? 0.5 : 1), isBound: true, families: 1)
        case .beyond(_, _, _, _, let level): return ChanceOfAlarm(rate: (1 - level) / 2, isBound: true, families: 1)
        case .outlier(let place, let level), .unusual(let place, let level):
            let sides = series[place].kpi.worse == nil ? 1.0 : 0.5
            return ChanceOfAlarm(rate: (1 - level) * sides, isBound: false)
        case .processControl(let rule, let place):
            return chance(of: rule, in: series[place], events)
        default: return nil
        }
    }

    /// Limits are made from how far the figures themselves move, so how often signs come by chance hardly hangs on the level, save of few events:
    /// those are skewed, and a run of noughts lies under their mean.
    private func chance(
        of rule: ProcessControlRule, in series: ProgramSeries, _ events: (ProgramSeries) -> Double?
    ) -> ChanceOfAlarm? {
        let sides: [Direction] = series.kpi.worse.map { [$0] } ?? [.higher, .lower]
        func rate(_ rates: XmRChart.FalseAlarmRates) -> Double {
            sides.reduce(0) { $0 + (rule.rates(rates)[$1] ?? 0) }
        }
        if let mean = events(series),
            let rates = try? XmRChart.falseAlarmRates(mean: mean / series.dispersion, basis: Evaluation.mostForLimits)
        {
            return ChanceOfAlarm(rate: rate(rates), isBound: false)
        }
        guard let many = XmRChart.FalseAlarmRates.ofManyEvents else { return nil }
        guard series.kpi.carriesCounts, let few = XmRChart.FalseAlarmRates.ofTenEvents else {
            return ChanceOfAlarm(rate: rate(many), isBound: false)
        }
        return ChanceOfAlarm(rate: max(rate(few), rate(many)), isBound: true, fewestEvents: 10 * series.dispersion)
    }

    /// Of conditions that have to hold together, the strictest bounds all; only by itself is it about that often.
    private static func together(_ found: [ChanceOfAlarm]) -> ChanceOfAlarm? {
        guard var least = found.min(by: { $0.rate < $1.rate }) else { return nil }
        least.isBound = least.isBound || found.count > 1
        least.families = found.compactMap(\.families).min()
        return least
    }

    /// Whether the condition asks for one side of a comparison, so that of a two-sided test only half can make it fire.
    private func namesSide(of pair: Comparison) -> Bool {
        conjuncts(of: when).contains { register in
            guard case .compare(let comparison, let left, let right) = instructions[register].operation else { return false }
            return [(left, right, comparison), (right, left, comparison.mirrored)].contains { figure, other, comparison in
                switch instructions[figure].operation {
                case .change(pair), .difference(pair):
                    guard let bound = constant(other) else { return false }
                    switch comparison {
                    case .greater, .greaterOrEqual: return bound >= 0
                    case .less, .lessOrEqual: return bound <= 0
                    default: return false
                    }
                case .value(pair.series, .earlier(0)):
                    guard case .value(pair.series, pair.earlier) = instructions[other].operation else { return false }
                    return comparison != .equal && comparison != .notEqual
                default: return false
                }
            }
        }
    }
}

extension XmRChart.FalseAlarmRates {
    /// Of figures of the normal distribution, as counts of many events are; worked out once.
    fileprivate static let ofManyEvents = try? XmRChart.falseAlarmRates(mean: 10_000, basis: Evaluation.mostForLimits)
    fileprivate static let ofTenEvents = try? XmRChart.falseAlarmRates(mean: 10, basis: Evaluation.mostForLimits)
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
