import Diagnostics
import Measures
import ModuleKit
import RuleLanguage
import YAMLText

/// Reads the KPIs of one priority.
struct KPIScope {
    let context: ReadingContext
    /// Nil where the module did not say what it offers; then nothing is held against it.
    let manifest: Manifest?
    let datasets: [DatasetContract]
    /// Names of datasets that are there and could not be read.
    let unreadDatasets: Set<String>
    let geography: Geography
    let themes: [String]

    /// A KPI, and its status as written.
    var reading: FieldReading<(kpi: KPI, status: StatusDraft?)> {
        .mapping("a KPI") { reader in
            let status = reader.optional("rag", StatusDraft.reading(context))
            return kpi(&reader).map { ($0, status) }
        }
    }

    private func kpi(_ reader: inout MappingReader) -> KPI? {
        let title = reader.required("title", .text)
        let indicatorName = reader.required("indicator", .locatedText)
        let unit = reader.required("unit", unitReading)
        let grains = reader.required("grains", .list(of: .choice(of: Grain.self)))
        let asked = reader.optional("by", .list(of: levelReading))
        let levels = asked?.map(\.value) ?? geography.whole.map { [$0] } ?? []
        let areas = reader.optional("areas", .list(of: areaReading(at: levels)))
        let better = reader.optional("better", .choice(of: KPI.Better.self)) ?? .neither
        let theme = reader.optional("theme", themeReading)
        let source = reader.optional("source", .text)
        let dispersion = reader.optional("overdispersion", .number(in: 1...1000))
        let matures = reader.optional("matures", monthsReading(of: 1...60)) ?? 0
        let typical = reader.optional("typical", typicalReading) ?? [:]
        let exceptional = reader.optional("exceptional", .list(of: exceptionalReading)) ?? []
        let steps = reader.optional("steps", .list(of: stepReading)) ?? []
        let indicator = indicatorName.flatMap(indicatorDescription)
        let parameters = reader.optional("with", parameterReading(indicator)) ?? [:]
        let target = unit.flatMap {
            reader.optional("target", TargetScope(context: context, unit: $0.value, better: better).reading)
        }
        let benchmark = unit.flatMap { reader.optional("benchmark", benchmarkReading($0.value)) }
        if unit == nil { _ = (reader.optional("target", .node), reader.optional("benchmark", .node)) }
        guard let title, let indicatorName, let unit, let grains, !grains.isEmpty else { return nil }
        var read: [String] = []
        let stated = reader.mapping.entry(for: "with")?.value.mapping?.entries ?? []
        if let indicator {
            checkUnit(unit, indicator)
            let given = stated.map(\.key.text)
            read = DatasetCheck(context: context, datasets: datasets, unreadDatasets: unreadDatasets)
                .check(indicator, parameters, at: reader.place(of: "indicator"), given: Set(given))
            LevelCheck(context: context, geography: geography, datasets: datasets)
                .check(indicator, parameters, by: asked ?? [], at: reader.place(of: "indicator"))
        }
        let declaration = KPIDeclaration(
            name: "", unit: unit.value, grains: grains, levels: levels, carriesCounts: indicator?.carriesCounts ?? true,
            addsUpOverPeriods: indicator?.addsUp ?? false, growsWithDays: indicator?.growsWithDays,
            monthsBehind: indicator?.monthsBehind.months(parameters) ?? 0, hasTarget: reader.has("target"),
            hasTolerance: reader.mapping.entry(for: "target")?.value.mapping?["tolerance"] != nil,
            hasBenchmark: reader.has("benchmark"), worse: better.worse, dispersion: dispersion, typical: typical,
            exceptional: exceptional, steps: steps)
        return KPI(
            id: "", title: title, indicator: indicatorName.value, parameters: parameters, unit: unit.value, grains: grains,
            levels: levels, areas: areas, better: better, theme: theme, source: source, target: target,
            benchmark: benchmark, maturesMonths: matures, datasets: read,
            counted: indicator?.counts.flatMap { CountedSet($0, parameters) },
            countedPart: indicator?.counts.flatMap { CountedSet(partOf: $0, parameters) }, declaration: declaration, span: reader.span,
            parameterPlaces: Dictionary(stated.map { ($0.key.text, $0.value.span) }, uniquingKeysWith: { first, _ in first })
        )
    }

    private func parameterReading(_ indicator: IndicatorDescription?) -> FieldReading<[String: ParameterValue]> {
        ParameterScope(
            context: context, indicator: indicator, datasets: datasets, unreadDatasets: unreadDatasets,
            levels: geography.levels
        ).reading
    }

    private func indicatorDescription(_ name: Located<String>) -> IndicatorDescription? {
        guard let manifest else { return nil }
        return context.resolve(.indicator, name, among: manifest.indicators.map(\.name)) { wanted in
            manifest.indicators.first { $0.name == wanted }
        }
    }

    private func checkUnit(_ unit: Located<Unit>, _ indicator: IndicatorDescription) {
        let fits =
            switch (indicator.unit, unit.value) {
            case (.stated, _), (.count, .count), (.percent, .percent), (.index, .index), (.money, .money), (.days, .days),
                (.rate, .rate):
                true
            default: false
            }
        guard !fits else { return }
        let offer = indicator.unit == .rate ? "a rate such as `per 1,000 people`" : indicator.unit.rawValue
        context.report(
            DefinitionProblem.unitNotOffered(unit: unit.value.description, indicator: indicator.name, offer: offer),
            at: unit.span)
    }

    private var unitReading: FieldReading<Located<Unit>> {
        FieldReading.locatedText.then { text, field in
            if let unit = Unit(text.value) { return Located(unit, at: text.span) }
            field.report(DefinitionProblem.unknownUnit(text.value))
            return nil
        }
    }

    private var levelReading: FieldReading<Located<AreaLevel>> {
        FieldReading.locatedText.then { name, _ in
            context.level(name, among: geography.levels).map { Located($0, at: name.span) }
        }
    }

    private var themeReading: FieldReading<String> {
        FieldReading.locatedText.then { name, _ in
            context.resolve(.theme, name, among: themes) { themes.contains($0) ? $0 : nil }
        }
    }

    private func areaReading(at levels: [AreaLevel]) -> FieldReading<AreaCode> {
        .area(at: levels, of: geography, context)
    }
}

extension FieldReading where Value == AreaCode {
    /// An area by code or name, among those of some levels.
    static func area(at levels: [AreaLevel], of geography: Geography, _ context: ReadingContext) -> Self {
        FieldReading<Located<String>>.locatedText.then { name, _ in context.area(name, at: levels, of: geography) }
    }
}

extension ReadingContext {
    /// The level of a name, or the problem that there is none.
    func level(_ name: Located<String>, among levels: [AreaLevel]) -> AreaLevel? {
        resolve(.level, name, among: levels.map(\.rawValue)) { wanted in levels.first { $0.rawValue == wanted } }
    }

    /// The area that a code or name means among those of some levels, or the problem that there is none.
    func area(_ name: Located<String>, at levels: [AreaLevel], of geography: Geography) -> AreaCode? {
        let candidates = Geography(
            levels: levels, areas: geography.areas.filter { levels.contains($0.level) }, placements: [])
        return resolve(.area, name, among: candidates.areas.map(\.name)) { candidates.area(named: $0)?.code }
    }
}
