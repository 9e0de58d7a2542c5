import Diagnostics
import ModuleKit

extension Lint {
    /// A dataset of figures that does not say what a figure is of: one that is stated twice, as in two editions of a table, would be
    /// added up.
    static func figuresWithoutKey(
        _ datasets: [DatasetContract], inFile path: String, _ collector: DiagnosticCollector
    ) {
        for dataset in datasets where dataset.holding == .figures && dataset.key.isEmpty {
            let key = [dataset.dateColumn, dataset.areaColumn].compactMap { $0?.name }
            collector.report(LintProblem.figuresWithoutKey(dataset: dataset.name, key: key), inFile: path)
        }
    }
}
