import Diagnostics
import Measures

/// Holds what rules fold against the rules that they name.
struct FoldCheck {
    let context: ReadingContext
    let geography: Geography
    /// Rules that are there and could not be read.
    let unread: Set<String>

    func check(_ rules: [Rule]) {
        let known = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for rule in rules {
            for fold in rule.folds where !unread.contains(fold.rule) {
                guard let folded = known[fold.rule] else {
                    context.report(DefinitionProblem.unknown(.rule, fold.rule, known: rules.map(\.id)), at: fold.span)
                    continue
                }
                if folded.severity > rule.severity {
                    context.report(
                        DefinitionProblem.foldsGraver(
                            folded.id, severity: folded.severity.rawValue, than: rule.severity.rawValue), at: fold.span)
                } else if context.knowsPartnership, !judgesBelow(folded, rule) {
                    context.report(
                        DefinitionProblem.foldsNothing(folded.id, levels: rule.levels.map(\.rawValue)), at: fold.span)
                }
            }
        }
    }

    /// Whether a rule judges areas of a level below one of another's.
    private func judgesBelow(_ folded: Rule, _ rule: Rule) -> Bool {
        let places = Dictionary(geography.levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let top = rule.levels.compactMap { places[$0] }.min() ?? .max
        return folded.levels.compactMap { places[$0] }.contains { $0 > top }
    }
}
