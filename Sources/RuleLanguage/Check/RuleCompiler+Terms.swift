import Diagnostics
import Measures

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
        case .yearBefore:
            try written.expect(1)
            return observation(try kpi(written), .earlier(grain.stepsPerYear), range)
        case .at:
            try written.expect(2)
            let place = try kpi(written)
            return observation(place, .fixed(try period(arguments[1].value)), range)
        case .target:
            try written.expect(1)
            let place = try kpi(written)
            guard series[place].hasTarget else { throw LanguageFinding(.noTarget(kpi: series[place].name), at: range) }
            return figure(.target(series: place), series[place].unit, range)
        case .benchmark:
            try written.expect(1)
            let place = try kpi(written)
            guard series[place].hasBenchmark else {
                throw LanguageFinding(.noBenchmark(kpi: series[place].name), at: range)
            }
            return figure(.benchmark(series: place), series[place].unit, range)
        case .base, .smallest:
            try written.expect(1)
            let pair = try comparison(in: arguments[0].value, of: written)
            try requireCounts(pair.series, at: range)
            return figure(term == .base ? .base(pair) : .smallest(pair), .count, range)
        case .significant: return try significant(written)
        case .missing, .provisional:
            try written.expect(1)
            let place = try kpi(written)
            let operation: Instruction.Operation =
                term == .missing ? .missing(series: place, .earlier(0)) : .provisional(series: place, .earlier(0))
            return TypedRegister(register: emit(operation, unit: nil, isTruth: true, range), type: .truth)
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

    private mutating func figure(_ operation: Instruction.Operation, _ unit: Unit, _ range: Range<Int>) -> TypedRegister {
        TypedRegister(register: emit(operation, unit: unit, range), type: .figure(unit))
    }

    /// The KPI that the first argument names.
    private mutating func kpi(_ written: Arguments) throws(LanguageFinding) -> Int {
        guard let first = written.arguments.first, first.label == nil, case .name(let name, let range) = first.value else {
            throw written.wrong
        }
        return try series(named: name, at: range)
    }

    private func steps(_ written: Arguments) throws(LanguageFinding) -> Int {
        guard written.arguments.count == 2 else {
            try written.expect(1)
            return 1
        }
        try written.expect(2)
        guard case .literal(.number(let number), _) = written.arguments[1].value, let steps = Int(exactly: number),
            (1...240).contains(steps)
        else { throw written.wrong }
        return steps
    }

    private func refuseOverlap(_ term: Term, at range: Range<Int>) throws(LanguageFinding) {
        guard !grain.overlaps else {
            throw LanguageFinding(.overlappingPeriods(term: term.rawValue, grain: grain.rawValue), at: range)
        }
    }

    private func requireCounts(_ place: Int, at range: Range<Int>) throws(LanguageFinding) {
        guard series[place].carriesCounts else { throw LanguageFinding(.noCounts(kpi: series[place].name), at: range) }
    }

    /// A period of the rule's grain. `2024` alone is read as the calendar year.
    private func period(_ expression: Expression) throws(LanguageFinding) -> Period {
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

    private mutating func change(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let pair = try comparison(written)
        if series[pair.series].unit == .change || series[pair.series].unit == .points {
            throw LanguageFinding(.changeOfChange(series[pair.series].name), at: written.range)
        }
        return figure(.change(pair), .change, written.range)
    }

    private mutating func difference(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let pair = try comparison(written)
        return figure(.difference(pair), series[pair.series].unit.difference, written.range)
    }

    /// The two observations that `change(x, from: …)` or `difference(x, from: …)` compares.
    private mutating func comparison(_ written: Arguments) throws(LanguageFinding) -> Comparison {
        let from = try written.labelled("from")
        if let first = written.arguments.first?.value, case .call(let inner, _, _, _) = first, inner == written.term.rawValue
        {
            throw LanguageFinding(.changeOfChange(partText(first.range)), at: written.range)
        }
        let place = try kpi(written)
        guard let from else {
            return Comparison(series: place, earlier: .earlier(grain.stepsPerYear), byDailyRates: false)
        }
        if case .literal(.previousPeriod, let range) = from {
            try refuseOverlap(.previous, at: range)
            let unequal = grain == .month || grain == .quarter
            return Comparison(
                series: place, earlier: .earlier(1), byDailyRates: unequal && series[place].addsUpOverPeriods)
        }
        // On grains whose periods overlap, a stated period may share months with the one judged, or have another length.
        try refuseOverlap(written.term, at: from.range)
        let unequal = grain == .month || grain == .quarter
        return Comparison(
            series: place, earlier: .fixed(try period(from)), byDailyRates: unequal && series[place].addsUpOverPeriods)
    }

    /// The comparison that an argument means: a change, a difference, or a KPI's name for its change on the year before.
    private mutating func comparison(
        in expression: Expression, of written: Arguments
    ) throws(LanguageFinding) -> Comparison {
        switch expression {
        case .call(let name, _, let arguments, let range):
            guard let term = Term(rawValue: name), term == .change || term == .difference else { throw written.wrong }
            return try comparison(Arguments(term: term, arguments: arguments, range: range))
        case .name(let name, let range):
            let place = try series(named: name, at: range)
            return Comparison(series: place, earlier: .earlier(grain.stepsPerYear), byDailyRates: false)
        default: throw written.wrong
        }
    }

    private mutating func significant(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let at = try written.labelled("at")
        guard case .call = written.arguments[0].value else { throw written.wrong }
        let pair = try comparison(in: written.arguments[0].value, of: written)
        try requireCounts(pair.series, at: written.range)
        var level = 0.95
        if let at {
            guard case .literal(.percent(let stated), _) = at, stated >= 0.5, stated < 1 else {
                throw LanguageFinding(
                    .unexpected(found: "`\(partText(at.range))`", expected: "a level from 50% to under 100%"), at: at.range)
            }
            level = stated
        }
        return TypedRegister(
            register: emit(.significant(pair, level: level), unit: nil, isTruth: true, written.range), type: .truth)
    }
}
