import Diagnostics
import Measures
import Statistics

extension RuleCompiler {
    /// `above(x, benchmark(x))` and `below`: a figure against one that is stated, so that chance lies in the first alone.
    mutating func beyond(_ side: Direction, _ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let arguments = written.arguments
        guard (2...3).contains(arguments.count), arguments[0].label == nil, arguments[1].label == nil,
            arguments.count == 2 || arguments[2].label == "at"
        else { throw written.wrong }
        let place = try kpi(written)
        try requireCounts(place, at: written.range)
        let level = arguments.count == 3 ? try level(arguments[2].value) : 0.95
        let range = arguments[0].value.range
        var own = figure(.value(series: place, .earlier(0)), series[place].unit, range)
        var stated = try figure(arguments[1].value)
        let read = operations(under: stated.register)
        guard !read.contains(where: \.variesByChance) else {
            throw LanguageFinding(.notStated(term: written.term.rawValue, text: partText(arguments[1].value.range)), at: arguments[1].value.range)
        }
        try reconcile(&own, range, &stated, arguments[1].value.range, side == .higher ? .greater : .less, written.range)
        return truth(
            .beyond(side, series: place, figure: own.register, reference: stated.register, level: level), written.range)
    }

    /// `outlier(x)`: among the areas judged, of figures that areas of unlike size can be compared by.
    mutating func outlier(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let at = try written.labelled("at")
        let place = try kpi(written)
        try refuseParent(place, of: written)
        try requireCounts(place, at: written.range)
        switch series[place].unit {
        case .rate, .percent: break
        default:
            throw LanguageFinding(
                .notComparable(kpi: series[place].name, found: ValueType.figure(series[place].unit).words), at: written.range)
        }
        return truth(.outlier(series: place, level: try at.map(level) ?? 0.998), written.range)
    }

    /// `unusual(x)`: against the same season of earlier years, of counts, by months or quarters.
    mutating func unusual(_ written: Arguments) throws(LanguageFinding) -> TypedRegister {
        let at = try written.labelled("at")
        let place = try kpi(written)
        try requireCounts(place, at: written.range)
        guard grain == .month || grain == .quarter else {
            throw LanguageFinding(.noSeason(term: written.term.rawValue, grain: grain.rawValue), at: written.range)
        }
        switch series[place].unit {
        case .count, .rate: break
        default:
            throw LanguageFinding(
                .notCounted(kpi: series[place].name, found: ValueType.figure(series[place].unit).words), at: written.range)
        }
        return truth(.unusual(series: place, level: try at.map(level) ?? 0.95), written.range)
    }

    /// The level that `at:` states.
    func level(_ expression: Expression) throws(LanguageFinding) -> Double {
        guard case .literal(.percent(let stated), _) = expression, stated >= 0.5, stated < 1 else {
            throw LanguageFinding(
                .unexpected(found: "`\(partText(expression.range))`", expected: "a level from 50% to under 100%"),
                at: expression.range)
        }
        return stated
    }
}

extension Instruction.Operation {
    /// Whether the result is made of what was counted, rather than of what somebody stated.
    fileprivate var variesByChance: Bool {
        switch self {
        case .constant, .target, .tolerance, .benchmark, .arithmetic, .negative: false
        default: true
        }
    }
}
