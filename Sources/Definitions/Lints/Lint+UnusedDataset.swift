import Diagnostics
import ModuleKit

extension Lint {
    /// A dataset of a priority that no KPI reads: a contract that nobody would notice being broken.
    static func unusedDataset(_ priority: Priority, _ collector: DiagnosticCollector) {
        let read = Set(priority.kpis.flatMap(\.datasets))
        // Where no KPI is known to read anything, the module did not say what its indicators read.
        guard !read.isEmpty else { return }
        for dataset in priority.datasets where !read.contains(dataset.name) {
            collector.report(LintProblem.unusedDataset(dataset.name), inFile: priority.path)
        }
    }
}
