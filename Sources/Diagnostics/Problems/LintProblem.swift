/// What a reviewer should know of definitions that are valid. Each stands for one lint of `Definitions/Lints`, and is documented under its
/// code in `Rules/diagnostics.md`.
public enum LintProblem: Problem, Equatable {
    case unusedDataset(String)
    case unusedKPI(String)
    case noResponse(rule: String)
    case noOwner(rule: String)
    case reviewPassed(rule: String, date: String)
    case noListReader(group: String)
    case neverFires(rule: String)
    case alwaysMet(rule: String)
    case neverRecovers(rule: String)
    case recoversWhileMet(rule: String, term: String, value: String)
    case guardedBySmallest(rule: String)
    case sameJudgement(rule: String, as: String)
    case messageWithoutArea(rule: String, areas: Int)
    case exactComparison(text: String, unit: String)
    case firesOnImprovement(rule: String, kpi: String, better: String)
    /// `worse` is the comparison that asks for the worse way.
    case firesEitherWay(rule: String, kpi: String, worse: String)
    case exceptionalBase(kpi: String, period: String, because: String)
    case targetPassed(kpi: String, by: String)
    case noDueDate(dataset: String, every: String)
    case figuresWithoutKey(dataset: String, key: [String])
    case populationWithoutPromise(dataset: String)
    /// What a change rule with a chance guard asks for at the KPI's usual level. `nearest` is nil where no figure suffices.
    case smallestChange(rule: String, base: String, per: String, isRise: Bool, nearest: String?, percent: String)
    /// How many false alarms a year chance alone brings over all areas; from so many events behind a usual figure on, where that matters.
    case alertBurden(rule: String, areas: Int, alarms: String, isBound: Bool, fewest: String?, canBeControlled: Bool)
}

extension LintProblem {
    public var code: String {
        switch self {
        case .unusedDataset: "unused-dataset"
        case .unusedKPI: "unused-kpi"
        case .noResponse: "no-response"
        case .noOwner: "no-owner"
        case .reviewPassed: "review-passed"
        case .noListReader: "group-without-priority"
        case .neverFires: "never-fires"
        case .alwaysMet: "always-met"
        case .neverRecovers: "never-recovers"
        case .recoversWhileMet: "recovers-while-met"
        case .guardedBySmallest: "smallest-guard"
        case .sameJudgement: "same-judgement"
        case .messageWithoutArea: "message-without-area"
        case .exactComparison: "exact-comparison"
        case .firesOnImprovement: "fires-on-improvement"
        case .firesEitherWay: "fires-either-way"
        case .exceptionalBase: "exceptional-base"
        case .targetPassed: "target-passed"
        case .noDueDate: "no-due-date"
        case .figuresWithoutKey: "figures-without-key"
        case .populationWithoutPromise: "population-not-complete"
        case .smallestChange: "smallest-change"
        case .alertBurden: "alert-burden"
        }
    }

    public var severity: Severity {
        switch self {
        case .smallestChange(_, _, _, _, .some, _), .exceptionalBase, .alertBurden: .note
        default: .warning
        }
    }

    public var words: String {
        switch self {
        case .unusedDataset(let name): "no indicator in use reads the dataset `\(name)`"
        case .unusedKPI(let name): "no rule judges the KPI `\(name)`"
        case .noResponse(let rule): "the rule `\(rule)` does not say what to do when it fires"
        case .noOwner(let rule): "the rule `\(rule)` has no owner"
        case .reviewPassed(let rule, let date): "the review date of the rule `\(rule)`, \(date), has passed"
        case .noListReader(let group): "no priority and no rule goes to the group `\(group)`"
        case .neverFires(let rule): "no figures make the rule `\(rule)` fire"
        case .alwaysMet(let rule): "the condition of the rule `\(rule)` is met by any figures"
        case .neverRecovers(let rule): "no figures let an alert of the rule `\(rule)` recover"
        case .recoversWhileMet(let rule, let term, let value):
            "an alert of `\(rule)` would recover while its condition is met: both hold where `\(term)` is \(value)"
        case .guardedBySmallest(let rule): "the rule `\(rule)` cannot see a rise from few to many, as from 5 to 60"
        case .sameJudgement(let rule, let other): "the rule `\(rule)` judges just what `\(other)` judges"
        case .messageWithoutArea(let rule, let areas):
            "the message of `\(rule)` does not name the area, and \(areas) areas are judged"
        case .exactComparison(let text, let unit): "`\(text)` asks for an exact \(unit), which computed figures hardly ever are"
        case .firesOnImprovement(let rule, let kpi, let better):
            "the rule `\(rule)` fires where `\(kpi)` gets better, of which \(better == "lower" ? "less" : "more") is better"
        case .firesEitherWay(let rule, let kpi, _):
            "the rule `\(rule)` fires where `\(kpi)` gets better too: `significant` asks for no direction"
        case .exceptionalBase(let kpi, let period, let because):
            "`\(kpi)` is compared with \(period), which is exceptional: \(because)"
        case .targetPassed(let kpi, let by): "the target of `\(kpi)` was to be reached by \(by), which has passed"
        case .noDueDate(let dataset, let every):
            "the dataset `\(dataset)` comes every \(every), and is called missing from the day after: it has no `due:`"
        case .figuresWithoutKey(let dataset, _):
            "the dataset `\(dataset)` holds figures and has no `key:`, so a figure that is stated twice counts twice"
        case .populationWithoutPromise(let dataset):
            "the dataset `\(dataset)` is counted among, and is not said to be complete: a row that it lacks would make every rate too high, unnoticed"
        case .smallestChange(let rule, let base, let per, let isRise, let nearest?, let percent):
            "from \(base) a \(per), the smallest \(isRise ? "rise" : "fall") at which `\(rule)` can fire is to \(nearest), \(percent)"
        case .alertBurden(let rule, let areas, let alarms, let isBound, let fewest, _):
            "over \(areas) areas, chance alone makes `\(rule)` fire \(isBound ? "at most" : "about") \(alarms) times a year"
                + (fewest.map { ", where \($0) events or more are usual in an area and period" } ?? "")
        case .smallestChange(let rule, let base, let per, let isRise, nil, _):
            "from \(base) a \(per), no \(isRise ? "rise" : "fall") is beyond chance, so `\(rule)` cannot fire at its usual level"
        }
    }

    public var remedy: String? {
        switch self {
        case .unusedDataset: "take it out"
        case .unusedKPI: "add a rule, or take the KPI out"
        case .noResponse: "add `respond:`"
        case .noOwner: "add `owner:`"
        case .reviewPassed: "look at its threshold anew, then move the date"
        case .neverFires: "look for a bound on the wrong side, or conditions that exclude each other"
        case .alwaysMet: "look for a bound on the wrong side"
        case .neverRecovers, .recoversWhileMet: "put the recovery threshold on the other side of the condition's"
        case .guardedBySmallest: "guard it by `base(…)`, the mean of the two counts, or by `significant(…)`"
        case .sameJudgement: "take one out, or let them judge different areas"
        case .messageWithoutArea: "put `{area}` into it"
        case .exactComparison: "ask for a range: `between … and …`, or `>=`"
        case .firesOnImprovement: "turn the comparison round, or state `better:` as it is meant"
        case .firesEitherWay(_, let kpi, let worse): "ask for it besides: `change(\(kpi)) \(worse) 0%`"
        case .exceptionalBase: "compare with a period that is not, or read the change with care"
        case .targetPassed: "set the next target, or take it out"
        case .noDueDate: "state when the source delivers: `due: 20 days`"
        case .figuresWithoutKey(_, let key) where key.isEmpty: "name in `key` the columns that say what a figure is of"
        case .figuresWithoutKey(_, let key):
            "state `key: [\(key.joined(separator: ", "))]`, with every further column that says what a figure is of"
        case .populationWithoutPromise:
            "state `complete: true`, and in `key` its columns of area, year and whatever parts the people"
        case .smallestChange(_, _, _, _, nil, _): "judge a longer grain, or a larger area"
        case .alertBurden(_, _, _, _, _, canBeControlled: true):
            "`per: discovery rate 5%` holds the false ones to 5% of those told"
        case .alertBurden(_, _, _, _, .some, _):
            "fewer events bring more false alarms: state the KPI's usual level, `typical:`"
        case .alertBurden: nil
        case .noListReader: "let a priority name it as its lead, or a rule go `to` it; or take it out"
        case .smallestChange: nil
        }
    }
}
