import Diagnostics
import Measures
import Statistics

extension RuleCompiler {
    /// Compiles a term with its arguments.
    mutating func call(
        _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression.Argument], _ range: Range<Int>
    ) throws(LanguageFinding) -> TypedRegister {
        guard let term = Term(rawValue: name) else {
            throw LanguageFinding(.unknownTerm(name, known: Term.allCases.map(\.rawValue)), at: nameRange)
        }
        let written = Arguments(term: term, arguments: arguments, range: range)
        switch term {
        case .change: return try change(written)
        case .difference: return try difference(written)
        case .previous:
            let place = try kpi(written)
            try refuseOverlap(term, at: range)
            return observation(place, .earlier(try steps(written)), range)
        case .yearBefore: return observation(try onlyKPI(written), .earlier(grain.stepsPerYear), range)
        case .at:
            try written.expect(2)
            return observation(try kpi(written), .fixed(try period(arguments[1].value)), range)
        case .of: return observation(try parent(written), .earlier(0), range)
        case .mean, .sum, .min, .max, .median: return try window(written)
        case .annual: return try annual(written)
        case .target: return try held(.target(series: try onlyKPI(written)), written)
        case .tolerance: return try held(.tolerance(series: try onlyKPI(written)), written)
        case .benchmark: return try held(.benchmark(series: try onlyKPI(written)), written)
        case .base, .smallest:
            try written.expect(1)
            let pair = try comparison(in: arguments[0].value, of: written)
            try requireCounts(pair.series, at: range)
            return figure(term == .base ? .base(pair) : .smallest(pair), .count, range)
        case .significant: return try significant(written)
        case .above: return try beyond(.higher, written)
        case .below: return try beyond(.lower, written)
        case .outlier: return try outlier(written)
        case .unusual: return try unusual(written)
        case .rank:
            let place = try onlyKPI(written)
            try refuseParent(place, of: written)
            return TypedRegister(register: emit(.rank(series: place), unit: nil, range), type: .number)
        case .shareOfTotal: return try shareOfTotal(written)
        case .outsideLimits, .shift, .trend, .twoOfThree, .specialCause: return try processControl(written)
        case .age: return figure(.age(series: try onlyKPI(written)), .days, range)
        case .missing: return truth(.missing(series: try onlyKPI(written), .earlier(0)), range)
        case .provisional: return truth(.provisional(series: try onlyKPI(written), .earlier(0)), range)
        }
    }

    /// The arguments of a term as written.
    struct Arguments {
        var term: Term
        var arguments: [Expression.Argument]
        var range: Range<Int>

        var wrong: LanguageFinding { LanguageFinding(.wrongArguments(term: term.rawValue, usage: term.usage), at: range) }

        func expect(_ count: Int) throws(LanguageFinding) {
            guard arguments.count == count, arguments.allSatisfy({ $0.label == nil }) else { throw wrong }
        }

        /// The value behind a label, where it is the only other argument.
        func labelled(_ label: String) throws(LanguageFinding) -> Expression? {
            guard (1...2).contains(arguments.count), arguments[0].label == nil else { throw wrong }
            guard arguments.count == 2 else { return nil }
            guard arguments[1].label == label else { throw wrong }
            return arguments[1].value
        }
    }

    private mutating func observation(_ place: Int, _ reference: PeriodReference, _ range: Range<Int>) -> TypedRegister {
        figure(.value(series: place, reference), series[place].unit, range)
    }

    mutating func figure(_ operation: Instruction.Operation, _ unit: Unit, _ range: Range<Int>) -> TypedRegister {
        TypedRegister(register: emit(operation, unit: unit, range), type: .figure(unit))
    }

    mutating func truth(_ operation: Instruction.Operation, _ range: Range<Int>) -> TypedRegister {
        TypedRegister(register: emit(operation, unit: nil, isTruth: true, range), type: .truth)
    }

    /// What a KPI is held against, where it has such a thing.
    private mutating func held(
        _ operation: Instruction.Operation, _ written: Arguments
    ) throws(LanguageFinding) -> TypedRegister {
        guard let place = operation.series else { throw written.wrong }
        let kpi = series[place].kpi
        switch operation {
        case .target where !kpi.hasTarget: throw LanguageFinding(.noTarget(kpi: kpi.name), at: written.range)
        case .tolerance where !kpi.hasTolerance: throw LanguageFinding(.noTolerance(kpi: kpi.name), at: written.range)
        case .benchmark where !kpi.hasBenchmark: throw LanguageFinding(.noBenchmark(kpi: kpi.name), at: written.range)
        default: return figure(operation, kpi.unit, written.range)
        }
    }

    /// The KPI that is a term's only argument.
    mutating func onlyKPI(_ written: Arguments) throws(LanguageFinding) -> Int {
        try written.expect(1)
        return try kpi(written)
    }

    /// The KPI that the first argument names: of the areas judged, or by `of(kpi, level)` of the areas that hold them.
    mutating func kpi(_ written: Arguments) throws(LanguageFinding) -> Int {
        guard let first = written.arguments.first, first.label == nil else { throw written.wrong }
        switch first.value {
        case .name(let name, let range): return try series(named: name, at: range)
        case .call(Term.of.rawValue, _, let arguments, let range) where written.term != .of:
            return try parent(Arguments(term: .of, arguments: arguments, range: range))
        default: throw written.wrong
        }
    }

    private func steps(_ written: Arguments) throws(LanguageFinding) -> Int {
        guard written.arguments.count == 2 else {
            try written.expect(1)
            return 1
        }
        try written.expect(2)
        guard case .literal(.number(let number), _) = written.arguments[1].value, let steps = Int(exactly: number),
            (1...10_000).contains(steps)
        else { throw written.wrong }
        guard Duration(steps * grain.monthsApart, .month).isWithinHistory else {
            throw LanguageFinding(
                .beyondHistory("\(steps) periods of a \(grain.rawValue)", years: Duration.longestHistory.count), at: written.range)
        }
        return steps
    }

    func refuseOverlap(_ term: Term, at range: Range<Int>) throws(LanguageFinding) {
        guard !grain.overlaps else {
            throw LanguageFinding(.overlappingPeriods(term: term.rawValue, grain: grain.rawValue), at: range)
        }
    }

    func requireCounts(_ place: Int, at range: Range<Int>) throws(LanguageFinding) {
        guard series[place].kpi.carriesCounts else { throw LanguageFinding(.noCounts(kpi: series[place].name), at: range) }
    }

    /// A period of the rule's grain. `2024` alone is read as the calendar year.
    func period(_ expression: Expression) throws(LanguageFinding) -> Period {
        let period: Period
        switch expression {
        case .literal(.period(let written), _): period = written
        case .literal(.number(let year), _):
            guard let whole = Int(exactly: year), let written = Period(String(whole)) else {
                throw LanguageFinding(.noSuchPeriod(partText(expression.range)), at: expression.range)
            }
            period = written
        default:
            throw LanguageFinding(
                .unexpected(found: "`\(partText(expression.range))`", expected: "a period"), at: expression.range)
        }
        if period.grain == grain { return period }
        // A month names the rolling year or the year to date that ends with it.
        if grain.overlaps, period.grain == .month { return Period(grain, holding: period.lastMonth) }
        throw LanguageFinding(.periodOfOtherGrain(period: period.description, grain: grain.rawValue), at: expression.range)
    }
}
