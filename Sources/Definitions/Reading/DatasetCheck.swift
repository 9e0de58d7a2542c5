import Diagnostics
import ModuleKit

/// Holds the datasets that an indicator reads against those that are defined.
struct DatasetCheck {
    let context: ReadingContext
    let datasets: [DatasetContract]
    let unreadDatasets: Set<String>

    /// Reports missing parameters, datasets and columns, and gives the names of the datasets that the KPI reads.
    func check(
        _ indicator: IndicatorDescription, _ parameters: [String: ParameterValue], at span: SourceSpan, given: Set<String>
    ) -> [String] {
        // A parameter that is there and unfit has been reported at its own place.
        for parameter in indicator.parameters where parameter.required && !given.contains(parameter.name) {
            context.report(DefinitionProblem.missingParameter(parameter.name, indicator: indicator.name), at: span)
        }
        checkPopulation(indicator, parameters, at: span)
        var read: [String] = []
        for parameter in indicator.parameters where parameter.kind == .dataset {
            if case .text(let name) = parameters[parameter.name] { read.append(name) }
        }
        for use in indicator.datasets {
            read.append(use.name)
            guard let dataset = datasets.first(where: { $0.name == use.name }) else {
                guard !unreadDatasets.contains(use.name), context.knowsPartnership else { continue }
                context.report(
                    DefinitionProblem.missingDataset(
                        use.name, indicator: indicator.name, columns: use.columns.map(\.name)), at: span)
                continue
            }
            for wanted in use.columns { check(wanted, of: dataset, indicator, at: span) }
        }
        return read
    }

    /// A population that promises nothing may lack a row that nobody misses, and every rate by it is too high.
    private func checkPopulation(
        _ indicator: IndicatorDescription, _ parameters: [String: ParameterValue], at span: SourceSpan
    ) {
        let parameter = PopulationDenominator.datasetParameter
        guard indicator.parameters.contains(where: { $0.name == parameter && $0.kind == .dataset }) else { return }
        var name = PopulationDenominator.standardDataset
        if case .text(let stated) = parameters[parameter] { name = stated }
        guard let dataset = datasets.first(where: { $0.name == name }), !dataset.isComplete else { return }
        // Once in a file, however many KPIs count among its people.
        context.collector.report(LintProblem.populationWithoutPromise(dataset: name), inFile: span.file.path)
    }

    private func check(
        _ wanted: ColumnUse, of dataset: DatasetContract, _ indicator: IndicatorDescription, at span: SourceSpan
    ) {
        guard let column = dataset.column(wanted.name) else {
            context.report(
                DefinitionProblem.missingColumn(wanted.name, dataset: dataset.name, indicator: indicator.name), at: span)
            return
        }
        guard column.type != wanted.type, !(column.type == .whole && wanted.type == .number) else { return }
        context.report(
            DefinitionProblem.wrongColumnType(
                column.name, dataset: dataset.name, found: column.type.rawValue, expected: wanted.type.rawValue), at: span)
    }
}
