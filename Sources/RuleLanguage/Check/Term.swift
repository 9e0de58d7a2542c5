/// The terms of the language: names that take arguments.
enum Term: String, CaseIterable {
    case change, difference, previous
    case yearBefore = "year_before"
    case at, of
    case mean, sum, min, max, median
    case annual
    case target, tolerance, benchmark
    case base, smallest, significant
    case above, below, outlier, unusual
    case rank
    case shareOfTotal = "share_of_total"
    case outsideLimits = "outside_limits"
    case shift, trend
    case twoOfThree = "two_of_three"
    case specialCause = "special_cause"
    case age, missing, provisional

    /// How it is written, for messages.
    var usage: String {
        switch self {
        case .change: "change(kpi)` or `change(kpi, from: previous period)` or `change(kpi, from: 2020/21)"
        case .difference: "difference(kpi)` or `difference(kpi, from: previous period)"
        case .previous: "previous(kpi)` or `previous(kpi, 3)"
        case .at: "at(kpi, 2021/22)"
        case .of: "of(kpi, borough)"
        case .mean, .sum, .min, .max, .median: "\(rawValue)(kpi, over: 12 months)"
        case .base: "base(kpi)` or `base(change(kpi, from: …))"
        case .smallest: "smallest(kpi)` or `smallest(change(kpi, from: …))"
        case .significant: "significant(change(kpi))` or `significant(change(kpi), at: 99%)"
        case .above, .below: "\(rawValue)(kpi, benchmark(kpi))` or `\(rawValue)(kpi, 100, at: 99%)"
        case .outlier, .unusual: "\(rawValue)(kpi)` or `\(rawValue)(kpi, at: 99%)"
        case .yearBefore, .annual, .target, .tolerance, .benchmark, .rank, .shareOfTotal, .outsideLimits, .shift, .trend,
            .twoOfThree, .specialCause, .age, .missing, .provisional:
            "\(rawValue)(kpi)"
        }
    }

    /// For the terms that make one figure of a window.
    var aggregate: Aggregate? { Aggregate(rawValue: rawValue) }

    /// For the terms of process control.
    var processControlRule: ProcessControlRule? { ProcessControlRule(rawValue: rawValue) }
}
