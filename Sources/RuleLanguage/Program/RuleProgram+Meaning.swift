import Measures
import Statistics

extension RuleProgram {
    /// What the program judges, whatever the characters it was written with and whatever its message tells: two rules with equal
    /// meanings judge alike. It is stored beside every transition, so its form is part of the store's format: version it by
    /// its first word, and change it only with a new one.
    public var meaning: String {
        let names = judgedSeries.map { place in
            "\(place) \(series[place].title) (\(series[place].unit)) \(series[place].dispersion)" + worseMeaning(place)
                + spreadMeaning(place)
        }
        let steps = judgedRegisters.map { "\($0) \(instructions[$0].operation.meaning)" }
        let answers =
            ["when \(when)"] + guards.map { "given \($0.kind.rawValue) \($0.register)" }
            + (clear.map { ["clear \($0)"] } ?? [])
        let family = source.discoveryRate.map { ["discovery rate \($0)"] } ?? []
        return (["meaning-1", grain.rawValue] + names + steps + answers + family).joined(separator: "; ")
    }

    /// Which way is worse, where a term of the series asks for it.
    private func worseMeaning(_ place: Int) -> String {
        let isAsked = judgedRegisters.contains { register in
            let operation = instructions[register].operation
            return operation.looksForWorse && operation.series == place
        }
        guard isAsked, let worse = series[place].kpi.worse else { return "" }
        return worse == .higher ? " worse higher" : " worse lower"
    }

    /// Where a funnel hangs on it: that areas were stated to differ by no more than chance, which is not the same as that nothing was stated.
    private func spreadMeaning(_ place: Int) -> String {
        let isAsked = judgedRegisters.contains { register in
            if case .outlier(place, _) = instructions[register].operation { true } else { false }
        }
        return isAsked && series[place].kpi.statedDispersion == 1 ? " stated" : ""
    }
}

extension Instruction.Operation {
    /// The series that the operation reads; nil where it reads registers.
    var series: Int? {
        switch self {
        case .value(let series, _), .target(let series), .tolerance(let series), .benchmark(let series),
            .missing(let series, _), .provisional(let series, _), .window(_, let series, _), .annual(let series),
            .rank(let series), .shareOfTotal(let series, _), .age(let series), .processControl(_, let series),
            .beyond(_, let series, _, _, _), .outlier(let series, _), .unusual(let series, _):
            series
        case .change(let pair), .difference(let pair), .base(let pair), .smallest(let pair), .significant(let pair, _):
            pair.series
        case .constant, .arithmetic, .negative, .compare, .and, .or, .not: nil
        }
    }

    /// Every series that the operation reads.
    var allSeries: [Int] {
        if case .shareOfTotal(let series, let total) = self { return [series, total] }
        return series.map { [$0] } ?? []
    }

    /// Whether the result hangs on which way the KPI calls worse.
    fileprivate var looksForWorse: Bool {
        switch self {
        case .processControl, .outlier, .unusual: true
        default: false
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .constant(let value): "constant \(value)"
        case .value(let series, let reference): "value \(series) \(reference.meaning)"
        case .target(let series): "target \(series)"
        case .tolerance(let series): "tolerance \(series)"
        case .benchmark(let series): "benchmark \(series)"
        case .change(let pair): "change \(pair.meaning)"
        case .difference(let pair): "difference \(pair.meaning)"
        case .base(let pair): "base \(pair.meaning)"
        case .smallest(let pair): "smallest \(pair.meaning)"
        case .significant(let pair, let level): "significant \(pair.meaning) at \(level)"
        case .beyond(let side, _, let figure, let reference, let level):
            "\(figure) \(side == .higher ? "above" : "below") \(reference) at \(level)"
        case .outlier(let series, let level): "outlier \(series) at \(level)"
        case .unusual(let series, let level): "unusual \(series) at \(level)"
        case .missing(let series, let reference): "missing \(series) \(reference.meaning)"
        case .provisional(let series, let reference): "provisional \(series) \(reference.meaning)"
        case .window(let aggregate, let series, let steps): "\(aggregate.rawValue) \(series) over \(steps)"
        case .annual(let series): "annual \(series)"
        case .rank(let series): "rank \(series)"
        case .shareOfTotal(let series, let total): "share \(series) of \(total)"
        case .age(let series): "age \(series)"
        case .processControl(let rule, let series): "\(rule.rawValue) \(series) by the first 24"
        case .arithmetic(let sign, let left, let right): "\(left) \(sign.rawValue) \(right)"
        case .negative(let operand): "minus \(operand)"
        case .compare(let sign, let left, let right): "\(left) \(sign.rawValue) \(right)"
        case .and(let left, let right): "\(left) and \(right)"
        case .or(let left, let right): "\(left) or \(right)"
        case .not(let operand): "not \(operand)"
        }
    }
}

extension PeriodReference {
    fileprivate var meaning: String {
        switch self {
        case .earlier(let steps): "earlier \(steps)"
        case .fixed(let period): "in \(period)"
        }
    }
}

extension Comparison {
    fileprivate var meaning: String { "\(series) \(earlier.meaning)\(byDailyRates ? " daily" : "")" }
}
