import Diagnostics
import ModuleKit
import YAMLText

/// Reads `with:`, the parameters of an indicator.
struct ParameterScope {
    let context: ReadingContext
    let indicator: IndicatorDescription?
    let datasets: [DatasetContract]
    let unreadDatasets: Set<String>

    var reading: FieldReading<[String: ParameterValue]> {
        FieldReading { field in
            guard let entries = FieldReading<[(key: YAMLScalar, value: YAMLField)]>.entries(of: FieldReading { $0 }).read(field)
            else { return nil }
            var values: [String: ParameterValue] = [:]
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
                values[entry.key.text] = value(of: entry.value, description)
            }
            return values
        }
    }

    private func value(of field: YAMLField, _ description: ParameterDescription) -> ParameterValue? {
        switch description.kind {
        case .number: FieldReading<Double>.number.read(field).map(ParameterValue.number)
        case .text: FieldReading<String>.text.read(field).map(ParameterValue.text)
        case .truth: FieldReading<Bool>.boolean.read(field).map(ParameterValue.truth)
        case .texts: FieldReading<[String]>.oneOrMore(.text).read(field).map(ParameterValue.texts)
        case .dataset: dataset(field)
        case .column, .condition: FieldReading<String>.text.read(field).map(ParameterValue.text)
        }
    }

    private func dataset(_ field: YAMLField) -> ParameterValue? {
        guard let name = FieldReading.locatedText.read(field) else { return nil }
        guard !unreadDatasets.contains(name.value) else { return nil }
        let known = datasets.map(\.name)
        return context.resolve(.dataset, name, among: known) { known.contains($0) ? .text($0) : nil }
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
