import Definitions
import Measures
import RuleLanguage

/// An alert of whatever meaning: one rule in one area.
struct AlertKey: Hashable {
    var rule: String
    var area: AreaCode
}

/// The alerts that a night's evaluations judge, and by which meaning of their rule.
struct JudgedAlerts {
    /// By rule.
    let meanings: [String: String]
    private let areas: [String: Set<AreaCode>]

    init(_ evaluations: [RuleEvaluation]) {
        meanings = Dictionary(evaluations.map { ($0.rule.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
            .mapValues(\.program.meaning)
        areas = Dictionary(evaluations.map { ($0.rule.id, Set($0.frame.areas)) }, uniquingKeysWith: { $0.union($1) })
    }

    /// The meaning by which an alert is judged; nil where it is judged by none.
    func meaning(of alert: AlertKey) -> String? {
        areas[alert.rule]?.contains(alert.area) == true ? meanings[alert.rule] : nil
    }
}
