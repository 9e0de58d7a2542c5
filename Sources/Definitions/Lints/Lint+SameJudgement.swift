import Diagnostics
import RuleLanguage

extension Lint {
    /// Two rules that judge the same of the same areas, whatever they are called and whatever their messages tell.
    static func sameJudgement(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        var known: [Judgement: [Rule]] = [:]
        for priority in definitions.priorities {
            for rule in priority.rules {
                let judgement = rule.program.judgement
                if let other = known[judgement]?.first(where: { $0.isJudged(beside: rule) }) {
                    collector.report(LintProblem.sameJudgement(rule: rule.id, as: other.id), at: rule.span)
                }
                known[judgement, default: []].append(rule)
            }
        }
    }
}

extension Rule {
    /// Whether the two may speak of the same area after as many periods. What they do on missing data may differ.
    fileprivate func isJudged(beside other: Rule) -> Bool {
        guard forPeriods == other.forPeriods, keepPeriods == other.keepPeriods,
            levels.contains(where: other.levels.contains)
        else { return false }
        guard let areas, let others = other.areas else { return true }
        return areas.contains(where: others.contains)
    }
}
