/// What can be wrong with rule tests, as files.
public enum RuleTestProblem: Problem, Error, Equatable {
    case unknownRule(String, known: [String])
    case unknownKPI(String, known: [String])
    case unknownArea(String, of: String, known: [String])
    case unknownVerdict(String, known: [String])
    case twoVerdicts(String)
    case ruleOfOtherGrain(rule: String, grain: String, from: String)
    case periodOfOtherGrain(String, grain: String)
    case noSuchPeriod(String)
    case periodNotGiven(String, first: String, last: String)
    case seriesTwice(String)
    /// The night comes before the first period has closed.
    case nothingClosed(first: String)
    case kpiNotGiven(kpi: String, rule: String)
    case kpiNotAtGrain(kpi: String, grain: String, offered: [String])
    case nothingExpected
    case noTests(folder: String)
    case nightsOutOfOrder(String, before: String)
    case badToken(String)
    case tokenOfOtherUnit(String, unit: String, offers: String?)
    case tooManyFigures(limit: Int)
    case stepOfNoNumber(String)
    /// An expectation that does not hold, with the explanation of what came instead, line by line.
    case notAsExpected(
        test: String, rule: String, area: String, period: String, expected: String, got: String, because: [String])
}

extension RuleTestProblem {
    public var code: String {
        switch self {
        case .unknownRule: "test-unknown-rule"
        case .unknownKPI: "test-unknown-kpi"
        case .unknownArea: "test-unknown-area"
        case .unknownVerdict: "test-unknown-verdict"
        case .twoVerdicts: "test-two-verdicts"
        case .ruleOfOtherGrain: "test-rule-grain"
        case .periodOfOtherGrain: "test-period-grain"
        case .noSuchPeriod: "test-period"
        case .periodNotGiven: "test-period-not-given"
        case .seriesTwice: "test-series-twice"
        case .nothingClosed: "test-nothing-closed"
        case .kpiNotGiven: "test-kpi-not-given"
        case .kpiNotAtGrain: "test-kpi-grain"
        case .nothingExpected: "test-nothing-expected"
        case .noTests: "no-tests"
        case .nightsOutOfOrder: "test-nights"
        case .badToken: "test-figure"
        case .tokenOfOtherUnit: "test-figure-unit"
        case .tooManyFigures: "test-too-many-figures"
        case .stepOfNoNumber: "test-step"
        case .notAsExpected: "test-failed"
        }
    }

    public var words: String {
        switch self {
        case .unknownRule(let name, _): "no rule is named `\(name)`"
        case .unknownKPI(let name, _): "no KPI is named `\(name)`"
        case .unknownArea(let name, let subject, _): "`\(subject)` is not told of an area `\(name)`"
        case .unknownVerdict(let text, _): "`\(text)` is neither a verdict nor the state of an alert"
        case .twoVerdicts(let text): "`\(text)` is expected beside another of its kind"
        case .ruleOfOtherGrain(let rule, let grain, let from):
            "`\(rule)` is judged by \(grain), and the test's figures begin in `\(from)`"
        case .periodOfOtherGrain(let period, let grain): "`\(period)` is not a \(grain)"
        case .noSuchPeriod(let text): "there is no period `\(text)`"
        case .periodNotGiven(let period, let first, let last):
            "`\(period)` is not judged: this night's figures reach from \(first) to \(last)"
        case .seriesTwice(let name): "the series of `\(name)` is given twice"
        case .nothingClosed(let first): "on this night not even \(first), in which the figures begin, has closed"
        case .kpiNotGiven(let kpi, let rule): "`\(rule)` reads `\(kpi)`, of which no figures are given"
        case .kpiNotAtGrain(let kpi, let grain, _): "`\(kpi)` is not told by \(grain)"
        case .nothingExpected: "the test expects nothing"
        case .noTests(let folder): "`\(folder)` holds no rule tests"
        case .nightsOutOfOrder(let night, let before): "the night of \(night) does not come after that of \(before)"
        case .badToken(let text): "`\(text)` is no figure of the shorthand"
        case .tokenOfOtherUnit(let text, let unit, _): "`\(text)` is not a figure in \(unit)"
        case .tooManyFigures(let limit): "the series is longer than \(limit) figures"
        case .notAsExpected(let test, let rule, let area, let period, let expected, let got, _):
            "\(test): `\(rule)` for \(area), \(period): expected \(expected), got \(got)"
        case .stepOfNoNumber(let text): "`\(text)` has a step, and only a plain number can have one"
        }
    }

    public var remedy: String? {
        switch self {
        case .unknownVerdict(_, let known) where nearMiss == nil:
            "write one of: " + known.joined(separator: ", ")
        case .ruleOfOtherGrain(_, let grain, _): "let `from` be a \(grain), or test the rule in a test of its own"
        case .noSuchPeriod: "write 2024-03, 2024 Q1, 2024 or 2023/24"
        case .nothingClosed: "let `as_of` lie behind it, or `from` further back"
        case .periodNotGiven: "give more figures, or expect something of an earlier period"
        case .kpiNotGiven(let kpi, _): "give `\(kpi)` its figures; `_` stands for a missing one"
        case .kpiNotAtGrain(_, _, let offered): "its grains: " + offered.joined(separator: ", ")
        case .nothingExpected: "add `expect:` with a rule and its periods"
        case .noTests: "write them into YAML files there: `tests:` with `from`, `given` and `expect`"
        case .badToken:
            "write 135, 31%, 27/9000, 134..135, ~135 (provisional), _ (missing), ? (not due), 10x3, 10+2x5, withheld, no-value or failed"
        case .tokenOfOtherUnit(_, _, let offers?): "write `\(offers)`"
        case .tokenOfOtherUnit(_, "count", nil): "a count is one whole number: 135"
        default: nil
        }
    }

    public var details: [String] {
        if case .notAsExpected(_, _, _, _, _, _, let because) = self { because } else { [] }
    }

    public var nearMiss: String? {
        switch self {
        case .unknownRule(let name, let known), .unknownKPI(let name, let known), .unknownArea(let name, _, let known),
            .unknownVerdict(let name, let known):
            Spelling.nearMiss(for: name, among: known)
        default: nil
        }
    }
}
