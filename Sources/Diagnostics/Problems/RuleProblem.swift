/// What can be wrong with an expression of the rule language.
public enum RuleProblem: Problem, Equatable {
    // The text.
    case emptyExpression
    case tooLong(bytes: Int, limit: Int)
    case tooDeep(limit: Int)
    case tooManyOperators(limit: Int)
    case noSuchDate(String)
    case unexpectedCharacter(Unicode.Scalar)
    case unclosedText
    case unexpected(found: String, expected: String)
    case numberOutOfRange(String)
    case noSuchPeriod(String)
    case chainedComparison

    // The names.
    case unknownName(String, known: [String])
    case unknownTerm(String, known: [String])
    case termWithoutArguments(String, usage: String)
    case wrongArguments(term: String, usage: String)

    // The types.
    case unitMismatch(left: String, operation: String, right: String)
    /// Two rates that count per a different number, or over a different time.
    case rateMismatch(left: String, operation: String, right: String, differ: RateDifference)
    /// A level against a difference of levels.
    case levelAgainstPoints(left: String, operation: String, right: String)
    /// A literal that is not in the other side's unit, and how it would be.
    case bareNumber(found: String, unit: String, offers: String)
    case notCondition(found: String)
    case notFigure(found: String)
    case notInRules(String)
    case changeOfChange(String)
    case overlappingPeriods(term: String, grain: String)
    case noCounts(kpi: String)
    case noTarget(kpi: String)
    case noBenchmark(kpi: String)
    case noTolerance(kpi: String)
    case unknownLevel(String, known: [String])
    case notAtLevel(kpi: String, level: String, offered: [String])
    case notWholePeriods(duration: String, grain: String)
    case beyondHistory(String, years: Int)
    case doesNotAddUp(kpi: String, term: String)
    case annualOfYears(kpi: String, grain: String)
    case notPerTime(kpi: String, found: String)
    case notAtGrain(kpi: String, grain: String, offered: [String])
    case periodOfOtherGrain(period: String, grain: String)
    /// `carriesCounts` is false where the figures have none, so that no guard could be had.
    case unguardedChange(chance: String, base: String, carriesCounts: Bool)
    case unguardedDifference
    case unsettledPlaceholder
    /// What a figure is held against is itself counted, and varies by chance as the figure does.
    case notStated(term: String, text: String)
    case notComparable(kpi: String, found: String)
    case notCounted(kpi: String, found: String)
    case noSeason(term: String, grain: String)
    /// A false discovery rate of a rule that judges by no p-value.
    case noFamily
    /// A false discovery rate over areas that share records.
    case overlappingFamily(level: String)

    /// In what two rates differ.
    public enum RateDifference: Sendable, Hashable {
        case per, time
    }
}

extension RuleProblem {
    public var code: String {
        switch self {
        case .emptyExpression: "rule-empty"
        case .tooLong: "rule-too-long"
        case .tooDeep: "rule-too-deep"
        case .tooManyOperators: "rule-too-many-operators"
        case .noSuchDate: "rule-date"
        case .unexpectedCharacter: "rule-character"
        case .unclosedText: "rule-unclosed-text"
        case .unexpected: "rule-syntax"
        case .numberOutOfRange: "rule-number"
        case .noSuchPeriod: "rule-period"
        case .chainedComparison: "rule-chained-comparison"
        case .unknownName: "unknown-kpi"
        case .unknownTerm: "unknown-term"
        case .termWithoutArguments, .wrongArguments: "term-arguments"
        case .unitMismatch, .rateMismatch, .levelAgainstPoints: "unit-mismatch"
        case .bareNumber: "bare-number"
        case .notCondition: "not-condition"
        case .notFigure: "not-figure"
        case .notInRules: "not-in-rules"
        case .changeOfChange: "change-of-change"
        case .overlappingPeriods: "overlapping-periods"
        case .noCounts: "no-counts"
        case .noTarget: "no-target"
        case .noBenchmark: "no-benchmark"
        case .noTolerance: "no-tolerance"
        case .unknownLevel: "unknown-level"
        case .notAtLevel: "not-at-level"
        case .notWholePeriods: "not-whole-periods"
        case .beyondHistory: "beyond-history"
        case .doesNotAddUp: "does-not-add-up"
        case .annualOfYears, .notPerTime: "annual-of"
        case .notAtGrain: "not-at-grain"
        case .periodOfOtherGrain: "period-of-other-grain"
        case .unguardedChange, .unguardedDifference: "unguarded-change"
        case .unsettledPlaceholder: "message-placeholder"
        case .notStated: "not-stated"
        case .notComparable: "not-comparable"
        case .notCounted: "not-counted"
        case .noSeason: "no-season"
        case .noFamily: "no-family"
        case .overlappingFamily: "overlapping-family"
        }
    }

    public var words: String {
        switch self {
        case .emptyExpression: "the expression is empty"
        case .tooLong(let bytes, let limit): "the expression has \(bytes) bytes; at most \(limit) are read"
        case .tooDeep(let limit): "the expression is nested more than \(limit) deep"
        case .tooManyOperators(let limit): "the expression joins more than \(limit) operands"
        case .noSuchDate(let text): "there is no day `\(text)`"
        case .unexpectedCharacter(let scalar):
            "the character U+\(Wording.hexadecimal(scalar)) has no meaning in an expression"
        case .unclosedText: "the quotes that open here are never closed"
        case .unexpected(let found, let expected): "expected \(expected), found \(found)"
        case .numberOutOfRange(let text): "`\(text)` is not a number that can be held"
        case .noSuchPeriod(let text): "there is no period `\(text)`"
        case .chainedComparison: "comparisons cannot be chained"
        case .unknownName(let name, _): "no KPI is named `\(name)`"
        case .unknownTerm(let name, _): "the language has no term `\(name)`"
        case .termWithoutArguments(let name, _): "`\(name)` is a term and needs its arguments"
        case .wrongArguments(let term, let usage): "`\(term)` is written `\(usage)`"
        case .unitMismatch(let left, let operation, let right), .rateMismatch(let left, let operation, let right, _),
            .levelAgainstPoints(let left, let operation, let right):
            "`\(operation)` cannot join \(left) and \(right)"
        case .bareNumber(let found, let unit, _): "\(found) is not \(unit)"
        case .notCondition(let found): "a condition is wanted here, not \(found)"
        case .notFigure(let found): "a figure is wanted here, not \(found)"
        case .notInRules(let what): "\(what) cannot stand in a rule"
        case .changeOfChange(let kpi): "`\(kpi)` is a change already; a change of it has no meaning"
        case .overlappingPeriods(let term, let grain):
            "`\(term)` needs periods that do not overlap, and successive periods of a \(grain) share months"
        case .noCounts(let kpi): "the figures of `\(kpi)` carry no counts, so chance cannot be judged"
        case .noTarget(let kpi): "`\(kpi)` has no target"
        case .noBenchmark(let kpi): "`\(kpi)` has no benchmark"
        case .noTolerance(let kpi): "the target of `\(kpi)` states no tolerance"
        case .unknownLevel(let level, _): "there is no level of areas `\(level)`"
        case .notAtLevel(let kpi, let level, _): "`\(kpi)` is not told by \(level)"
        case .notWholePeriods(let duration, let grain): "\(duration) is not a whole number of periods of a \(grain)"
        case .beyondHistory(let needed, let years): "\(needed) of figures are needed, and none are kept over \(years) years"
        case .doesNotAddUp(let kpi, let term): "`\(kpi)` does not add up, so it has no \(Self.made(by: term))"
        case .annualOfYears(let kpi, let grain): "`\(kpi)` by \(grain) is not a part of a year that could be made a year"
        case .notPerTime(let kpi, let found): "`\(kpi)` is \(found), which does not grow with the length of its period"
        case .notAtGrain(let kpi, let grain, _): "`\(kpi)` is not told by \(grain)"
        case .periodOfOtherGrain(let period, let grain): "`\(period)` is not a \(grain), and the rule is judged by \(grain)"
        case .unguardedChange(let chance, let base, _):
            "this change is judged without a guard: at \(base), \(chance) of unchanged series would satisfy it by chance alone"
        case .unguardedDifference: "this difference is judged without a guard, so chance alone may satisfy it"
        case .unsettledPlaceholder: "`{` opens a placeholder that is not closed by `}`"
        case .notStated(let term, let text):
            "`\(term)` holds a figure against one that is stated, and `\(text)` is counted, so it varies by chance too"
        case .notComparable(let kpi, let found):
            "`\(kpi)` is \(found), which areas of unlike size cannot be compared by"
        case .notCounted(let kpi, let found): "`\(kpi)` is \(found), and only counts and rates have a season that is judged"
        case .noSeason(let term, let grain): "`\(term)` judges by the season, and a \(grain) has none"
        case .overlappingFamily(let level):
            "areas of the level `\(level)` overlap, so their tests are no family whose false discovery rate could be held"
        case .noFamily: "the rule asks for a false discovery rate, and judges by no test that has a p-value"
        }
    }

    public var remedy: String? {
        switch self {
        case .tooDeep, .tooManyOperators: "make two rules of it, or a KPI of its own"
        case .noSuchDate: "write a day of the calendar: 2024-03-31"
        case .unexpectedCharacter("="): "write `==` for equal"
        case .unexpectedCharacter("&"): "write `and`"
        case .unexpectedCharacter("|"): "write `or`"
        case .unexpectedCharacter("!"): "write `not`, or `!=` for unequal"
        case .unexpectedCharacter("%"): "write the sign directly behind its number: `10%`"
        case .unexpectedCharacter(let scalar) where scalar.value > 127:
            "names and operators are plain ASCII; look for a letter that only looks right, or a typographic sign"
        case .unknownName(_, let known) where nearMiss == nil && !known.isEmpty:
            "KPIs of this file: " + known.map { "`\($0)`" }.joined(separator: ", ")
        case .unknownTerm(_, let known) where nearMiss == nil:
            "terms: " + known.map { "`\($0)`" }.joined(separator: ", ")
        case .noSuchPeriod: "write 2024-03, 2024 Q1, 2024 or 2023/24"
        case .chainedComparison: "write `x between a and b`, or join two comparisons by `and`"
        case .termWithoutArguments(_, let usage): "write `\(usage)`"
        case .bareNumber(_, _, let offers): "write `\(offers)`"
        case .overlappingPeriods:
            "use the grain month or quarter, or compare with `change(x)`, the same period a year before"
        case .noCounts: "use an indicator that carries counts, or waive the guard with `unguarded:` and a reason"
        case .noTarget: "give the KPI a `target:`"
        case .noBenchmark: "give the KPI a `benchmark:`"
        case .noTolerance: "give the target a `tolerance:`, with its `owner:` and `because:`"
        case .unknownLevel(_, let known) where nearMiss == nil && !known.isEmpty:
            "levels: " + known.map { "`\($0)`" }.joined(separator: ", ")
        case .notAtLevel(_, _, let offered):
            offered.isEmpty ? nil : "its levels: " + offered.joined(separator: ", ") + "; more by `by:`"
        case .notWholePeriods: "name whole periods: `12 months` is 12 months, 4 quarters or 1 year"
        case .beyondHistory: "ask for less"
        case .doesNotAddUp(_, "sum"), .doesNotAddUp(_, "mean"):
            "ratios, changes and distinct people are not sums of their parts; `max`, `min` and `median` are told of any figure"
        case .doesNotAddUp: "only counts and amounts are parts of a whole"
        case .annualOfYears: "`annual` makes a year of a month or a quarter; leave it out"
        case .notPerTime: "leave out `annual`"
        case .rateMismatch(_, _, _, .per): "give both KPIs one unit: per the same number"
        case .rateMismatch(_, _, _, .time): "a part of a year becomes a year by `annual(x)`"
        case .levelAgainstPoints: "a level is a percent, as `10%`; `difference(x)` is in points"
        case .notFigure(found: "a period"): "name a figure in it: `at(x, 2023/24)`"
        case .notAtGrain(_, _, let offered): "its grains: " + offered.joined(separator: ", ")
        case .unguardedChange(_, _, carriesCounts: false):
            "its figures carry no counts, so nothing can guard it: waive the guard by `unguarded:` with a reason"
        case .unguardedChange:
            "add `given: significant(change(x))` or a least base, or waive it by `unguarded:` with a reason"
        case .unguardedDifference: "add `given: significant(difference(x))`, or waive it by `unguarded:` with a reason"
        case .notStated(let term, _):
            "hold it against a number, `target(x)` or `benchmark(x)`; a change is judged by `significant(change(x))`, and areas among each other by `outlier(x)`, not by `\(term)`"
        case .notComparable: "use a rate or a share"
        case .noSeason: "judge the rule by month or by quarter"
        case .overlappingFamily: "name the levels whose areas share none by `by:`, and give the others a rule of their own"
        case .noFamily: "add `given: significant(change(x))`, or leave out `per:`"
        default: nil
        }
    }

    public var nearMiss: String? {
        switch self {
        case .unknownName(let name, let known), .unknownTerm(let name, let known), .unknownLevel(let name, let known):
            Spelling.nearMiss(for: name, among: known)
        default: nil
        }
    }

    private static func made(by term: String) -> String {
        switch term {
        case "share_of_total": "share of a total"
        default: term
        }
    }
}
