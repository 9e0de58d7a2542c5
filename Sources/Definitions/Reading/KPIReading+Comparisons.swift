import Diagnostics
import Measures
import RuleLanguage
import YAMLText

/// What a KPI's figures are compared with, and what is to be known before they are.
extension KPIScope {
    /// The events behind a usual figure, by grain.
    var typicalReading: FieldReading<[Grain: Double]> {
        FieldReading<[(key: YAMLScalar, value: Double)]>.entries(of: .number(in: 0...1e9)).then { entries, field in
            var typical: [Grain: Double] = [:]
            for entry in entries {
                if let grain = Grain(rawValue: entry.key.text) {
                    typical[grain] = entry.value
                } else {
                    context.report(
                        FieldProblem.unknownChoice(
                            field: field.name, text: entry.key.text, choices: Grain.allCases.map(\.rawValue)),
                        at: entry.key.span)
                }
            }
            return typical
        }
    }

    var exceptionalReading: FieldReading<ExceptionalPeriod> {
        .mapping("an exceptional period") { reader in
            let from = reader.required("from", .month)
            let to = reader.required("to", .month)
            let because = reader.required("because", .text)
            let by = reader.optional("by", .text)
            guard let from, let to, let because else { return nil }
            guard from <= to else {
                context.report(
                    DefinitionProblem.periodsOutOfOrder(first: "`from`", second: "`to`", mayBeEqual: true),
                    at: reader.place(of: "to"))
                return nil
            }
            return ExceptionalPeriod(from: from, to: to, because: because, by: by)
        }
    }

    var stepReading: FieldReading<DefinitionStep> {
        .mapping("a step") { reader in
            let from = reader.required("from", .month)
            let because = reader.required("because", .text)
            let by = reader.required("by", .text)
            guard let from, let because, let by else { return nil }
            return DefinitionStep(at: from, because: because, by: by)
        }
    }

    /// `2 years`, `18 months`.
    func monthsReading(of bounds: ClosedRange<Int>) -> FieldReading<Int> {
        FieldReading<String>.text.then { text, field in
            if case .literal(.duration(let count, let unit), _)? = try? ExpressionParser.parse(text),
                let months = Duration(count, unit).months, bounds.contains(months)
            {
                return months
            }
            field.report(DefinitionProblem.notFigure(text, unit: "months or years, such as `2 years`, from \(bounds.lowerBound) to \(bounds.upperBound) months"))
            return nil
        }
    }

    func benchmarkReading(_ unit: Unit) -> FieldReading<Benchmark> {
        .mapping("a benchmark") { reader in
            let of = reader.required("of", .text)
            let source = reader.required("source", .text)
            let rounded = reader.optional("rounded_to", .figure(in: unit))
            let carried = reader.optional("carried", monthsReading(of: 1...120)) ?? 0
            let figures = reader.required("values", .entries(of: .figure(in: unit))) ?? []
            guard let of, let source else { return nil }
            var known: [Period: Observation] = [:]
            for figure in figures {
                guard let period = Period(figure.key.text) else {
                    context.report(DefinitionProblem.noSuchPeriod(figure.key.text), at: figure.key.span)
                    continue
                }
                let bounds = rounded.map { Observation.Bounds(low: figure.value - $0 / 2, high: figure.value + $0 / 2) }
                known[period] = Observation(value: figure.value, bounds: bounds)
            }
            return Benchmark(of: of, source: source, figures: known, carriedMonths: carried)
        }
    }
}
