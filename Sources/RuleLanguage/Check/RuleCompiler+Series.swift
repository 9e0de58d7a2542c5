import Diagnostics
import Measures

extension RuleCompiler {
    /// `mean(x, over: 12 months)` and its kin: whole periods that do not overlap, the one judged the last.
    mutating func window(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        guard let aggregate = written.term.aggregate, let over = try written.labelled("over") else { throw written.wrong }
        let place = try kpi(written)
        let kpi = series[place].kpi
        try refuseOverlap(written.term, at: written.range)
        guard case .literal(.duration(let count, let unit), _) = over else {
            throw LanguageFinding(
                .unexpected(found: "`\(partText(over.range))`", expected: "a duration such as `12 months`"), at: over.range)
        }
        let duration = Duration(count, unit)
        guard let steps = grain.steps(in: duration) else {
            throw LanguageFinding(.notWholePeriods(duration: duration.description, grain: grain.rawValue), at: over.range)
        }
        guard duration.isWithinHistory else {
            throw LanguageFinding(
                .beyondHistory(duration.description, years: Duration.longestHistory.count), at: over.range)
        }
        // A ratio's mean is made from its parts; its sum has no meaning, nor has a sum of changes or of distinct people.
        let isLevel = kpi.unit == .change || kpi.unit == .points
        let isSummed = kpi.addsUpOverPeriods && (kpi.unit == .count || kpi.unit == .money || kpi.unit == .days)
        guard aggregate != .sum || isSummed, aggregate != .mean || !isLevel else {
            throw LanguageFinding(.doesNotAddUp(kpi: kpi.name, term: aggregate.rawValue), at: written.range)
        }
        return figure(.window(aggregate, series: place, steps: steps), kpi.unit, written.range)
    }

    /// `annual(x)`: a part of a year as a year. A level, such as a share, is the same over any stretch.
    mutating func annual(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let place = try onlyKPI(written)
        let kpi = series[place].kpi
        guard grain == .month || grain == .quarter else {
            throw LanguageFinding(.annualOfYears(kpi: kpi.name, grain: grain.rawValue), at: written.range)
        }
        let unit: Unit
        switch kpi.unit {
        case .rate(var rate) where rate.time != .year:
            rate.time = .year
            unit = .rate(rate)
        case .count where kpi.addsUpOverPeriods, .money where kpi.addsUpOverPeriods: unit = kpi.unit
        default:
            throw LanguageFinding(
                .notPerTime(kpi: kpi.name, found: ValueType.figure(kpi.unit).words), at: written.range)
        }
        return figure(.annual(series: place), unit, written.range)
    }

    /// `of(x, borough)`: the series of the areas that hold those judged.
    mutating func parent(_ written: Arguments) throws(LanguageFinding) -> Int {
        try written.expect(2)
        guard case .name(let kpi, let kpiRange) = written.arguments[0].value,
            case .name(let level, let levelRange) = written.arguments[1].value
        else { throw written.wrong }
        return try series(named: kpi, at: kpiRange, of: AreaLevel(level), at: levelRange)
    }

    /// `share_of_total(x)`: what part the area is of the whole partnership's figure, records in no area among them.
    mutating func shareOfTotal(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let place = try onlyKPI(written)
        try refuseParent(place, of: written)
        let kpi = series[place].kpi
        guard kpi.unit == .count || kpi.unit == .money || kpi.unit == .days else {
            throw LanguageFinding(.doesNotAddUp(kpi: kpi.name, term: written.term.rawValue), at: written.range)
        }
        guard let whole else { throw LanguageFinding(.unknownLevel("", known: []), at: written.range) }
        let total = try series(named: kpi.name, at: written.range, of: whole, at: written.range)
        return figure(.shareOfTotal(series: place, total: total), .percent, written.range)
    }

    /// The signs of special cause: on periods that do not overlap, since neighbours that share months show one in nine of ten
    /// unchanged series.
    mutating func processControl(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        guard let rule = written.term.processControlRule else { throw written.wrong }
        let place = try onlyKPI(written)
        try refuseOverlap(written.term, at: written.range)
        return truth(.processControl(rule, series: place), written.range)
    }

    /// Among areas that hold those judged, places and parts have no meaning.
    func refuseParent(_ place: Int, of written: Arguments) throws(LanguageFinding) {
        if series[place].level != nil { throw written.wrong }
    }
}
