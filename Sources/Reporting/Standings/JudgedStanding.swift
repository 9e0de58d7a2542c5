import Alerting
import Definitions
import Measures
import RuleLanguage

/// A standing with the evaluation that it comes from, and its place in it.
struct JudgedStanding {
    let standing: AlertStanding
    let evaluation: RuleEvaluation
    /// The place of the area in the evaluation's frame.
    let area: Int
    /// The place of the period that is judged.
    let period: Int
    let areaDefinition: Area
    /// For each of the program's series.
    let kpis: [KPI]
    /// Of the areas of every level, by code.
    let areaNames: [AreaCode: String]
    let geography: Geography

    /// How the verdict came about, told from the true figures.
    var explanation: Explanation { evaluation.evaluation.explanation(area: area, period: period) }

    /// As of a rule that can't be judged, and of which nothing is known but that.
    var asNotAssessed: JudgedStanding {
        let (verdict, history) = (standing.verdict, standing.history)
        return JudgedStanding(
            standing: AlertStanding(
                rule: standing.rule, area: standing.area, level: standing.level, state: .inactive, section: .notAssessed,
                period: standing.period, verdict: verdict, since: nil, isProvisional: standing.isProvisional,
                message: evaluation.evaluation.message(area: area, period: period, areaName: areaDefinition.name),
                periodsTold: [standing.period], history: history, previous: standing.previous),
            evaluation: evaluation, area: area, period: period, areaDefinition: areaDefinition, kpis: kpis,
            areaNames: areaNames, geography: geography)
    }

    /// Whether a figure that the verdict rests on was made by the sample generator.
    var isMade: Bool {
        evaluation.evaluation.program.figuresRead.contains {
            evaluation.evaluation.observed($0, area: area, period: period).made
        }
    }
}

/// Finds for each standing what it comes from.
struct StandingIndex {
    private struct Key: Hashable {
        var rule: String
        var level: AreaLevel
    }

    private let evaluations: [Key: (evaluation: RuleEvaluation, areas: [AreaCode: Int])]
    private let kpis: [String: [String: KPI]]
    private let geography: Geography
    private let areaNames: [AreaCode: String]

    init(_ evaluations: [RuleEvaluation], definitions: Definitions) {
        self.evaluations = Dictionary(
            evaluations.map { evaluation in
                let areas = Dictionary(
                    evaluation.frame.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
                return (Key(rule: evaluation.rule.id, level: evaluation.level), (evaluation, areas))
            }, uniquingKeysWith: { first, _ in first })
        kpis = Dictionary(
            definitions.priorities.map { priority in
                (priority.id, Dictionary(priority.kpis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
        geography = definitions.partnership.geography
        areaNames = Dictionary(geography.areas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Nil for a standing whose evaluation was not given.
    func judged(_ standing: AlertStanding) -> JudgedStanding? {
        guard let entry = evaluations[Key(rule: standing.rule.id, level: standing.level)],
            let area = entry.areas[standing.area]
        else { return nil }
        let period = standing.period.ordinal - entry.evaluation.frame.first.ordinal
        let series = entry.evaluation.evaluation.program.series.compactMap { kpis[standing.rule.priority]?[$0.name] }
        guard (0..<entry.evaluation.frame.periodCount).contains(period),
            series.count == entry.evaluation.evaluation.program.series.count
        else { return nil }
        let known = geography.area(standing.area)
        return JudgedStanding(
            standing: standing, evaluation: entry.evaluation, area: area, period: period,
            areaDefinition: known ?? Area(code: standing.area, name: standing.area.rawValue, level: standing.level),
            kpis: series, areaNames: areaNames, geography: geography)
    }
}
