import Diagnostics
import Measures
import ModuleKit
import RuleLanguage
import YAMLText

/// What readers of one file need of the others: where problems go, and what is known by then.
struct ReadingContext {
    let collector: DiagnosticCollector
    let modules: ModuleOffers
    /// Whether `partnership.yaml` could be read. Where it could not, nothing is said of names that it may define.
    var knowsPartnership = true
    /// The tables that `areas:` may name.
    var lookups = LookupTables.none

    func report(_ problem: any Problem, at span: SourceSpan) { collector.report(problem, at: span) }

    /// Whether an id is one that file names, links and the rule language can carry as it is.
    func checkID(_ id: String, of reference: DefinitionProblem.Reference, at span: SourceSpan) {
        let bytes = Array(id.utf8)
        let isName = [.KPI, .rule, .dataset].contains(reference)
        let fits = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            case UInt8(ascii: "-"): !isName
            default: false
            }
        }
        let first = bytes.first ?? 0
        guard fits, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), bytes.count <= 100 else {
            report(DefinitionProblem.unfitID(reference, id), at: span)
            return
        }
    }

    /// The value under a name, or the problem that there is none, with the near miss.
    func resolve<Value>(
        _ reference: DefinitionProblem.Reference, _ name: Located<String>, among known: [String], _ find: (String) -> Value?
    ) -> Value? {
        if let value = find(name.value) { return value }
        guard knowsPartnership || !reference.mayBeOfPartnership else { return nil }
        report(DefinitionProblem.unknown(reference, name.value, known: known), at: name.span)
        return nil
    }
}

extension FieldReading where Value == Located<String> {
    /// A text with its place.
    static var locatedText: Self { .located(FieldReading<String>.text) }
}

extension FieldReading where Value == Period {
    /// `2024-03`, `2024 Q1`, `2024` or `2023/24`.
    static var period: Self {
        FieldReading<String>.text.then { text, field in
            if let period = Period(text) { return period }
            field.report(DefinitionProblem.noSuchPeriod(text))
            return nil
        }
    }
}

extension FieldReading where Value == Month {
    /// `2024-03`.
    static var month: Self {
        FieldReading<Period>.period.then { period, field in
            if period.grain == .month { return period.lastMonth }
            field.report(DefinitionProblem.notMonth(period.description))
            return nil
        }
    }
}

extension FieldReading where Value == CalendarDate {
    static var calendarDate: Self {
        FieldReading<YAMLDate>.date.then { date, _ in CalendarDate(year: date.year, month: date.month, day: date.day) }
    }
}

extension FieldReading where Value == Double {
    /// A figure in a unit, written as the rule language writes it: `10%`, `94.5`, `£5000`, `3 points`.
    static func figure(in unit: Unit) -> Self {
        FieldReading<String>.text.then { text, field in
            if let value = FigureText.value(text, in: unit) { return value }
            field.report(DefinitionProblem.notFigure(text, unit: unit.description))
            return nil
        }
    }
}

enum FigureText {
    static func value(_ text: String, in unit: Unit) -> Double? {
        guard let expression = try? ExpressionParser.parse(text) else { return nil }
        switch expression {
        case .literal(let literal, _): return value(literal, in: unit)
        case .unary(.minus, .literal(let literal, _), _): return value(literal, in: unit).map { -$0 }
        default: return nil
        }
    }

    private static func value(_ literal: Literal, in unit: Unit) -> Double? {
        switch (literal, unit) {
        case (.percent(let value), .percent), (.percent(let value), .change), (.points(let value), .points),
            (.money(let value), .money), (.number(let value), .count), (.number(let value), .rate),
            (.number(let value), .index), (.number(let value), .money), (.number(let value), .days):
            value
        case (.duration(let days, .day), .days): Double(days)
        default: nil
        }
    }
}

extension DefinitionProblem.Reference {
    /// Whether `partnership.yaml` may define the name.
    var mayBeOfPartnership: Bool {
        switch self {
        case .group, .body, .audience, .area, .level, .dataset: true
        default: false
        }
    }
}
