import Diagnostics
import Measures
import RuleLanguage
import YAMLText

/// Reads the rules of one priority, and compiles them against its KPIs.
struct RuleScope {
    let context: ReadingContext
    let kpis: [KPI]
    /// What the language knows of them, in their order.
    let declarations: [KPIDeclaration]
    /// Names of KPIs that are there and could not be read.
    let unreadKPIs: Set<String>
    let geography: Geography
    let groups: [String]
    let themes: [String]
    let lead: String
    let priority: String

    /// A rule under its id.
    var reading: FieldReading<Rule> {
        FieldReading { field in
            let reading = FieldReading<Rule>.mapping("a rule") { reader in rule(field.name, at: field.place, &reader) }
            guard let read = reading.read(field) else { return nil }
            context.checkID(read.id, of: .rule, at: read.span)
            return read
        }
    }

    private func rule(_ id: String, at span: SourceSpan, _ reader: inout MappingReader) -> Rule? {
        let title = reader.required("title", .text)
        let owner = reader.optional("owner", .text)
        let review = reader.optional("review", .calendarDate)
        let severity = reader.required("severity", .choice(of: Rule.Severity.self))
        let grain = reader.required("on", .choice(of: Grain.self))
        let when = reader.required("when", .scalar)
        let given = reader.optional("given", .oneOrMore(.scalar)) ?? []
        let clear = reader.optional("clear", .scalar)
        let forPeriods = periods("for", on: grain, &reader)
        let keepPeriods = periods("keep", on: grain, &reader)
        let missing = reader.optional("missing", .choice(of: Rule.MissingPolicy.self)) ?? .hold
        let folds = reader.optional("folds", .oneOrMore(.locatedText)) ?? []
        let message = reader.required("message", .scalar)
        let respond = reader.optional("respond", .text)
        let theme = reader.optional("theme", .locatedText)
        let source = reader.optional("source", .text)
        let unguarded = reader.optional("unguarded", .text)
        let discoveryRate = reader.optional("per", Self.discoveryRateReading)
        let to = reader.optional("to", .oneOrMore(.locatedText)) ?? []
        let by = reader.optional("by", .oneOrMore(.locatedText))
        let areas = reader.optional("areas", .oneOrMore(.locatedText))
        if let theme { _ = context.resolve(.theme, theme, among: themes) { themes.contains($0) ? $0 : nil } }
        for group in to { _ = context.resolve(.group, group, among: groups) { groups.contains($0) ? $0 : nil } }
        // The texts are checked whatever else is wrong with the rule.
        guard let grain, let when, let message else { return nil }
        let texts = RuleSource(
            grain: grain, when: when.text, given: given.map(\.text), clear: clear?.text, message: message.text,
            discoveryRate: discoveryRate)
        let program = compile(
            texts, unguarded: unguarded != nil, places: Places(when: when, given: given, clear: clear, message: message))
        if discoveryRate != nil, let program, !program.judgesByPValue {
            context.report(RuleProblem.noFamily, at: reader.place(of: "per"))
        }
        guard let title, let severity, let program else { return nil }
        let levels = levels(by, of: program)
        if discoveryRate != nil {
            for level in levels where geography.overlaps(at: level) {
                context.report(RuleProblem.overlappingFamily(level: level.rawValue), at: reader.place(of: "per"))
            }
        }
        return Rule(
            id: id, title: title, owner: owner, review: review, severity: severity, grain: grain, levels: levels,
            areas: areas?.compactMap { context.area($0, at: levels, of: geography) },
            forPeriods: forPeriods, keepPeriods: keepPeriods, missing: missing,
            folds: folds.map { Rule.Fold(rule: $0.value, span: $0.span) }, respond: respond,
            theme: theme?.value ?? self.theme(of: program), source: source, unguarded: unguarded,
            groups: [lead] + to.map(\.value).filter { $0 != lead },
            priority: priority, program: program, span: span,
            places: Rule.Places(
                when: when.span, given: given.map(\.span), clear: clear?.span, message: message.span))
    }

    /// A number of successive periods; one unless stated.
    private func periods(_ key: String, on grain: Grain?, _ reader: inout MappingReader) -> Int {
        let count = reader.optional(key, .integer(in: 1...120)) ?? 1
        if let grain, !Duration(count * grain.monthsApart, .month).isWithinHistory {
            context.report(
                RuleProblem.beyondHistory("\(count) periods of a \(grain.rawValue)", years: Duration.longestHistory.count),
                at: reader.place(of: key))
        }
        return count
    }

    /// `discovery rate 5%`, as a fraction.
    private static var discoveryRateReading: FieldReading<Double> {
        FieldReading.locatedText.then { text, field in
            let opening = "discovery rate "
            if text.value.hasPrefix(opening), text.value.hasSuffix("%"),
                let percent = Double(text.value.dropFirst(opening.count).dropLast()), percent > 0, percent <= 50
            {
                return percent / 100
            }
            field.report(FieldProblem.unknownChoice(field: "per", text: text.value, choices: ["discovery rate 5%"]))
            return nil
        }
    }

    private struct Places {
        var when: YAMLScalar
        var given: [YAMLScalar]
        var clear: YAMLScalar?
        var message: YAMLScalar

        func scalar(_ part: RulePart) -> YAMLScalar {
            switch part {
            case .when: when
            case .given(let place): given[place]
            case .clear: clear ?? when
            case .message: message
            }
        }
    }

    private func compile(_ source: RuleSource, unguarded: Bool, places: Places) -> RuleProgram? {
        switch RuleCompiler.compile(source, kpis: declarations, levels: geography.levels, unguarded: unguarded) {
        case .success(let program): return program
        case .failure(let failure):
            for found in failure.findings where !blames(found.finding.problem) {
                context.report(
                    found.finding.problem, at: places.scalar(found.part).span(ofUTF8Range: found.finding.range))
            }
            return nil
        }
    }

    /// Whether a problem is only that a KPI could not be read, which has been reported at the KPI.
    private func blames(_ problem: RuleProblem) -> Bool {
        if case .unknownName(let name, _) = problem { return unreadKPIs.contains(name) }
        return false
    }

    /// The levels asked for, or those that all of the rule's KPIs share.
    private func levels(_ asked: [Located<String>]?, of program: RuleProgram) -> [AreaLevel] {
        let used = program.judgedSeries.filter { program.series[$0].level == nil }.compactMap { place in
            kpis.first { $0.id == program.series[place].name }
        }
        let shared = geography.levels.filter { level in used.allSatisfy { $0.levels.contains(level) } }
        guard let asked else { return shared }
        return asked.compactMap { name in
            let known = geography.levels.map(\.rawValue)
            guard
                let level = context.resolve(
                    .level, name, among: known,
                    { wanted in
                        geography.levels.first { $0.rawValue == wanted }
                    })
            else { return nil }
            for kpi in used where !kpi.levels.contains(level) {
                context.report(DefinitionProblem.levelNotOfKPI(level.rawValue, kpi: kpi.id), at: name.span)
            }
            return level
        }
    }

    private func theme(of program: RuleProgram) -> String? {
        program.series.lazy.compactMap { series in kpis.first { $0.id == series.name }?.theme }.first
    }
}
