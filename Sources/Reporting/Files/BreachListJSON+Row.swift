import Alerting
import Definitions
import Measures
import RuleLanguage

extension BreachListJSON.Place {
    init(_ area: Area) {
        self.init(code: area.code.rawValue, name: area.name, level: area.level.rawValue)
    }
}

extension BreachListJSON.Row {
    init(_ row: ListedStanding, under parent: ListedStanding?) {
        let (verdict, reason) = Self.verdict(row.verdict)
        self.init(
            section: row.section.rawValue, severity: row.rule.severity.rawValue,
            rule: BreachListJSON.Name(id: row.rule.id, title: row.rule.title), priority: row.rule.priority,
            area: BreachListJSON.Place(row.area), period: BreachListJSON.Span(row.period),
            since: row.since.map(BreachListJSON.Span.init), verdict: verdict, verdictReason: reason,
            state: row.state.rawValue, message: row.message,
            kpi: BreachListJSON.Name(id: row.kpi.id, title: row.kpi.title), unit: row.kpi.unit.description,
            value: BreachListJSON.finite(row.figure.value), target: BreachListJSON.finite(row.target),
            benchmark: BreachListJSON.finite(row.benchmark),
            denominatorVintage: row.figure.denominatorVintage,
            denominators: BreachListJSON.denominators(row.denominators), provisional: row.isProvisional,
            madeSampleData: row.isMade, rounded: row.isRounded, theme: row.rule.theme,
            respond: row.rule.respond, owner: row.rule.owner, shortfalls: row.shortfalls,
            explanation: row.explanation, acknowledgement: row.acknowledgement.map(BreachListJSON.Mark.init),
            silence: row.silence.map(BreachListJSON.Mark.init),
            foldedUnder: parent.map { BreachListJSON.Fold(rule: $0.rule.id, area: $0.area.code.rawValue) },
            actions: row.actions.map(BreachListJSON.Action.init))
    }

    private static func verdict(_ verdict: Verdict) -> (String, String?) {
        switch verdict {
        case .fired: ("fired", nil)
        case .withinChance: ("within-chance", nil)
        case .didNotFire: ("did-not-fire", nil)
        case .notAssessed(let reason): ("not-assessed", reason.code)
        }
    }
}

extension BreachListJSON.Action {
    init(_ action: ListedAction) {
        self.init(
            due: action.due?.description, overdue: action.isOverdue, done: action.done?.description, what: action.words,
            owner: action.owner, outcome: action.outcome)
    }
}

extension BreachListJSON.Mark {
    init(_ mark: ListedMark) {
        self.init(by: mark.author, until: mark.until?.description, because: mark.words)
    }
}

extension BreachListJSON {
    static func denominators(_ vintages: DenominatorVintages) -> [Denominator]? {
        guard !vintages.entries.isEmpty else { return nil }
        return vintages.entries.map {
            Denominator(kpi: $0.kpi.id, vintage: $0.vintage, from: Span($0.first), to: Span($0.last))
        }
    }

    /// JSON has no other numbers.
    static func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
}
