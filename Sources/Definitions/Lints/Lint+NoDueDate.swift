import Diagnostics
import Measures
import ModuleKit

extension Lint {
    /// A dataset that comes by the period and does not say by when: it would be called missing before anybody could have sent it.
    static func noDueDate(_ priority: Priority, _ collector: DiagnosticCollector) {
        for dataset in priority.datasets where dataset.dueDays == 0 {
            guard let every = dataset.every else { continue }
            collector.report(
                LintProblem.noDueDate(dataset: dataset.name, every: every.rawValue), inFile: priority.path)
        }
    }
}
