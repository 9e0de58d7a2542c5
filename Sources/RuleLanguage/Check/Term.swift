/// The terms of the language: names that take arguments.
enum Term: String, CaseIterable {
    case change, difference, previous
    case yearBefore = "year_before"
    case at, target, benchmark, base, smallest, significant, missing, provisional

    /// How it is written, for messages.
    var usage: String {
        switch self {
        case .change: "change(kpi)` or `change(kpi, from: previous period)` or `change(kpi, from: 2020/21)"
        case .difference: "difference(kpi)` or `difference(kpi, from: previous period)"
        case .previous: "previous(kpi)` or `previous(kpi, 3)"
        case .yearBefore: "year_before(kpi)"
        case .at: "at(kpi, 2021/22)"
        case .target: "target(kpi)"
        case .benchmark: "benchmark(kpi)"
        case .base: "base(kpi)` or `base(change(kpi, from: …))"
        case .smallest: "smallest(kpi)` or `smallest(change(kpi, from: …))"
        case .significant: "significant(change(kpi))` or `significant(change(kpi), at: 99%)"
        case .missing: "missing(kpi)"
        case .provisional: "provisional(kpi)"
        }
    }
}
