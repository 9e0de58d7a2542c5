import Diagnostics
import Measures
import ModuleKit
import YAMLText

/// Reads `with:`, the parameters of an indicator.
struct ParameterScope {
    let context: ReadingContext
    let indicator: IndicatorDescription?
    let datasets: [DatasetContract]
    let unreadDatasets: Set<String>
    let levels: [AreaLevel]

    var reading: FieldReading<[String: ParameterValue]> {
        FieldReading { field in
            guard
                let entries = FieldReading<[(key: YAMLScalar, value: YAMLField)]>.entries(of: FieldReading { $0 }).read(
                    field)
            else { return nil }
            var values: [String: ParameterValue] = [:]
            let dataset = entries.first { $0.key.text == "dataset" }.flatMap { entry in
                datasets.first { $0.name == entry.value.node.scalarText }
            }
            for entry in entries {
                guard let indicator else {
                    values[entry.key.text] = untyped(entry.value)
                    continue
                }
                guard let description = indicator.parameters.first(where: { $0.name == entry.key.text }) else {
                    let known = indicator.parameters.map(\.name)
                    context.report(
                        DefinitionProblem.unknownParameter(entry.key.text, indicator: indicator.name, known: known),
                        at: entry.key.span)
                    continue
                }
                values[entry.key.text] = value(of: entry.value, description, over: dataset)
            }
            return values
        }
    }

    private func value(
        of field: YAMLField, _ description: ParameterDescription, over dataset: DatasetContract?
    ) -> ParameterValue? {
        switch description.kind {
        case .number: FieldReading<Double>.number.read(field).map(ParameterValue.number)
        case .text: FieldReading<String>.text.read(field).map(ParameterValue.text)
        case .truth: FieldReading<Bool>.boolean.read(field).map(ParameterValue.truth)
        case .texts: FieldReading<[String]>.oneOrMore(.text).read(field).map(ParameterValue.texts)
        case .dataset: self.dataset(field)
        case .column: column(field, of: dataset)
        case .condition: condition(field, over: dataset)
        case .level: level(field)
        }
    }

    private func dataset(_ field: YAMLField) -> ParameterValue? {
        guard let name = FieldReading.locatedText.read(field) else { return nil }
        guard !unreadDatasets.contains(name.value) else { return nil }
        let known = datasets.map(\.name)
        return context.resolve(.dataset, name, among: known) { known.contains($0) ? .text($0) : nil }
    }

    private func level(_ field: YAMLField) -> ParameterValue? {
        guard let name = FieldReading.locatedText.read(field) else { return nil }
        guard context.knowsPartnership else { return .text(name.value) }
        return context.level(name, among: levels).map { .text($0.rawValue) }
    }

    private func column(_ field: YAMLField, of dataset: DatasetContract?) -> ParameterValue? {
        guard let name = FieldReading.locatedText.read(field) else { return nil }
        guard let dataset else { return .text(name.value) }
        return context.resolve(.column, name, among: dataset.columns.map(\.name)) { name in
            dataset.column(name).map { .text($0.name) }
        }
    }

    private func condition(_ field: YAMLField, over dataset: DatasetContract?) -> ParameterValue? {
        guard let scalar = FieldReading<YAMLScalar>.scalar.read(field) else { return nil }
        let findings = dataset.map { RecordCondition.check(scalar.text, $0) } ?? []
        for finding in findings { context.report(finding.problem, at: scalar.span(ofUTF8Range: finding.range)) }
        return findings.isEmpty ? .text(scalar.text) : nil
    }

    /// Without a manifest a value is taken as it looks.
    private func untyped(_ field: YAMLField) -> ParameterValue? {
        if field.node.sequence != nil { return FieldReading<[String]>.list(of: .text).read(field).map(ParameterValue.texts) }
        guard let scalar = field.nonEmptyScalar() else { return nil }
        if scalar.style == .plain, let number = Double(scalar.text) { return .number(number) }
        if scalar.style == .plain, let truth = Bool(scalar.text) { return .truth(truth) }
        return .text(scalar.text)
    }
}
