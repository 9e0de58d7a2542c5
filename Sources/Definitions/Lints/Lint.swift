import Diagnostics
import Measures

/// What a reviewer should know of definitions that are valid. Each lint stands in a file of its own; the list is explicit, so that
/// its order and its members are seen.
enum Lint {
    static func run(over definitions: Definitions, asOf: CalendarDate, reporting collector: DiagnosticCollector) {
        unusedDataset(definitions, collector)
        unusedKPI(definitions, collector)
        silentRule(definitions, collector)
        reviewPassed(definitions, asOf, collector)
        groupWithoutPriority(definitions, collector)
        noDueDate(definitions, collector)
        targetPassed(definitions, asOf, collector)
        reach(definitions, collector)
        sameJudgement(definitions, collector)
        firesOnImprovement(definitions, collector)
        smallestGuard(definitions, collector)
        exactComparison(definitions, collector)
        exceptionalBase(definitions, collector)
        messageWithoutArea(definitions, collector)
        smallestChange(definitions, collector)
    }
}
