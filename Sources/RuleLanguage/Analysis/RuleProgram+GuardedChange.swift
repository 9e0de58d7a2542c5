import Measures
import Statistics

/// A change that a rule holds against a bound, guarded by the exact test.
public struct GuardedChange: Sendable, Hashable {
    /// Place of the series in `RuleProgram.series`.
    public var series: Int
    /// As a fraction: 0.1 for "over 10%", −0.1 for "under −10%".
    public var bound: Double
    public var isRise: Bool
    /// The level of the guard: 0.95.
    public var level: Double

    /// The count nearest to a base that is beyond both the bound and chance: from 135, over 10% and at 95%, it is 171. Nil where
    /// none is, as no fall from 3 is beyond chance.
    ///
    /// - Parameter base: events in the earlier of two periods of equal exposure.
    public func nearestCount(from base: Double, dispersion: Double) -> Int? {
        if isRise {
            return try? RateComparison.smallestSignificantCount(
                over: bound, baseCount: base, dispersion: dispersion, level: level)
        }
        return (try? RateComparison.greatestSignificantCount(
            under: -bound, baseCount: base, dispersion: dispersion, level: level)).flatMap(\.self)
    }
}

extension RuleProgram {
    /// The change that the condition is about: one of the comparisons that it joins by `and`, of a change with a constant, where the
    /// same change is asked to be significant. Nil where there is none, and for shares and weighted figures, whose test needs
    /// more than a count.
    public var guardedChange: GuardedChange? {
        for register in conjuncts(of: when) {
            guard case .compare(let comparison, let left, let right) = instructions[register].operation else { continue }
            let sides = [(left, right, comparison), (right, left, comparison.mirrored)]
            for (change, bound, comparison) in sides {
                guard case .change(let pair) = instructions[change].operation, let bound = constant(bound),
                    let level = significanceLevel(of: pair), series[pair.series].isCounted
                else { continue }
                switch comparison {
                case .greater, .greaterOrEqual:
                    return bound >= 0 ? GuardedChange(series: pair.series, bound: bound, isRise: true, level: level) : nil
                case .less, .lessOrEqual:
                    return bound <= 0 ? GuardedChange(series: pair.series, bound: bound, isRise: false, level: level) : nil
                default: continue
                }
            }
        }
        return nil
    }

    /// Whether the condition asks for a rise: a change or a difference over a bound of zero or more.
    public var judgesRise: Bool {
        conjuncts(of: when).contains { register in
            guard case .compare(let comparison, let left, let right) = instructions[register].operation else { return false }
            let sides = [(left, right, comparison), (right, left, comparison.mirrored)]
            return sides.contains { change, bound, comparison in
                switch instructions[change].operation {
                case .change, .difference:
                    (comparison == .greater || comparison == .greaterOrEqual) && (constant(bound).map { $0 >= 0 } ?? false)
                default: false
                }
            }
        }
    }

    /// The comparisons under a condition that all have to hold.
    func conjuncts(of register: Int) -> [Int] {
        guard case .and(let left, let right) = instructions[register].operation else { return [register] }
        return conjuncts(of: left) + conjuncts(of: right)
    }

    func constant(_ register: Int) -> Double? {
        switch instructions[register].operation {
        case .constant(let value): value
        case .negative(let operand): constant(operand).map { -$0 }
        default: nil
        }
    }

    private func significanceLevel(of pair: Comparison) -> Double? {
        for found in guards {
            for register in conjuncts(of: found.register) {
                if case .significant(pair, let level) = instructions[register].operation { return level }
            }
        }
        return nil
    }
}

extension ProgramSeries {
    /// Whether its figures are counts, or rates of counts.
    fileprivate var isCounted: Bool {
        switch unit {
        case .count, .rate: kpi.carriesCounts
        default: false
        }
    }
}
