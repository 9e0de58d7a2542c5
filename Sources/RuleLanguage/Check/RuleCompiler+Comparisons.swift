import Diagnostics
import Measures

extension RuleCompiler {
    mutating func change(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let pair = try comparison(written)
        if series[pair.series].unit == .change || series[pair.series].unit == .points {
            throw LanguageFinding(.changeOfChange(series[pair.series].name), at: written.range)
        }
        return figure(.change(pair), .change, written.range)
    }

    mutating func difference(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
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
            return Comparison(series: place, earlier: .earlier(1), byDailyRates: comparesByDay(place))
        }
        // On grains whose periods overlap, a stated period may share months with the one judged, or have another length.
        try refuseOverlap(written.term, at: from.range)
        return Comparison(series: place, earlier: .fixed(try period(from)), byDailyRates: comparesByDay(place))
    }

    /// Whether another month or quarter than that of the year before is compared by daily rates, since it may have another length.
    private func comparesByDay(_ place: Int) -> Bool {
        switch series[place].unit {
        case .percent, .points, .change: false
        case .count, .rate, .index, .money, .days:
            (grain == .month || grain == .quarter) && series[place].kpi.growsWithDays
        }
    }

    /// The comparison that an argument means: a change, a difference, or a KPI's name for its change on the year before.
    mutating func comparison(
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

    mutating func significant(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let at = try written.labelled("at")
        guard case .call = written.arguments[0].value else { throw written.wrong }
        let pair = try comparison(in: written.arguments[0].value, of: written)
        try requireCounts(pair.series, at: written.range)
        return truth(.significant(pair, level: try at.map(level) ?? 0.95), written.range)
    }
}
