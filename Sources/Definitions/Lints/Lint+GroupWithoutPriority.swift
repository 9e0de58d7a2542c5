import Diagnostics

extension Lint {
    /// A thematic group to which no priority and no rule goes: its list would always be empty.
    static func groupWithoutPriority(_ definitions: Definitions, _ collector: DiagnosticCollector) {
        let reached = Set(definitions.priorities.map(\.lead) + definitions.rules.flatMap(\.groups))
        for group in definitions.partnership.groups where !reached.contains(group.id) {
            let problem = LintProblem.noListReader(group: group.id)
            if let span = group.span { collector.report(problem, at: span) } else { collector.report(problem, inFile: group.id) }
        }
    }
}
