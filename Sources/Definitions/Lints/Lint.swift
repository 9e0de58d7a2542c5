import Diagnostics
import Measures

/// What a reviewer should know of definitions that are valid. Each lint stands in a file of its own; the lists are explicit, so that
/// their order and their members are seen.
enum Lint {
    /// What can be told of a priority alone.
    static func run(
        over priority: Priority, of partnership: Partnership, asOf: CalendarDate, reporting collector: DiagnosticCollector
    ) {
        unusedDataset(priority, collector)
        unusedKPI(priority, collector)
        noDueDate(priority, collector)
        figuresWithoutKey(priority.datasets, inFile: priority.path, collector)
        targetPassed(priority, asOf, collector)
        for rule in priority.rules {
            silentRule(rule, collector)
            reviewPassed(rule, asOf, collector)
            reach(rule, collector)
            firesOnImprovement(rule, of: priority, collector)
            smallestGuard(rule, collector)
            exactComparison(rule, collector)
            exceptionalBase(rule, collector)
            messageWithoutArea(rule, partnership, collector)
            smallestChange(rule, partnership, collector)
            alertBurden(rule, of: priority, partnership, collector)
        }
    }

    /// What can be told of the partnership's own file alone.
    static func run(over partnership: Partnership, inFile path: String, reporting collector: DiagnosticCollector) {
        figuresWithoutKey(partnership.datasets, inFile: path, collector)
    }

    /// What can be told of all of them together.
    static func run(over definitions: Definitions, reporting collector: DiagnosticCollector) {
        groupWithoutPriority(definitions, collector)
        sameJudgement(definitions, collector)
    }
}
