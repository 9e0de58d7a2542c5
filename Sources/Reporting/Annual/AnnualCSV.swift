import Definitions
import Disclosure
import Measures

/// The figures of a year as CSV: a row for each measure, in the order of the report. Columns are added at the end only.
///
/// `value`, `before` and `target` are in the KPI's unit, percentages as fractions; what is withheld, missing or not told for the whole area is
/// empty, and `figure_state` says which. Where a measure that adds up is told by the quarter or month, the year's figure is their sum. `change` is empty too where the year before
/// is zero. `target_result` is met, tolerated, missed, no-target or not-known.
enum AnnualCSV {
    static let header = [
        "as_of", "year", "reader", "priority", "theme", "kpi", "kpi_title", "unit", "period", "period_start", "period_end",
        "value", "figure_state", "before", "target", "target_result", "provisional", "made_sample_data", "rounded",
        "change", "change_unit", "change_chance", "change_chance_reason", "change_test", "restated",
    ]

    static func text(_ priorities: [AnnualPriority], for reader: Body, _ annual: AnnualInput, asOf: CalendarDate) -> String {
        CSVText.file(
            header: header,
            rows: priorities.flatMap { part in
                part.figures.map { row($0, part.priority, reader, annual.year, asOf) }
            })
    }

    private static func row(
        _ figure: AnnualFigure, _ priority: Priority, _ reader: Body, _ year: Period, _ asOf: CalendarDate
    ) -> [CSVCell] {
        let told = figure.now?.observation
        let isRounded = if case .rounded? = figure.now?.disclosed { true } else { false }
        return [
            .text(asOf.description), .text(year.description), .text(reader.id), .text(priority.id),
            .text(figure.kpi.theme ?? ""), .text(figure.kpi.id), .text(figure.kpi.title),
            .text(figure.kpi.unit.description), .text(figure.now?.period.description ?? ""),
            .text(figure.now?.period.firstDay.description ?? ""), .text(figure.now?.period.lastDay.description ?? ""),
            .number(told?.value), .text(state(figure.now)), .number(figure.before?.value), .number(figure.target),
            .text(figure.result.code), .text(told?.provisional == true ? "yes" : "no"),
            .text(told?.made == true ? "yes" : "no"), .text(isRounded ? "yes" : "no"),
        ] + change(figure)
    }

    private static func change(_ figure: AnnualFigure) -> [CSVCell] {
        guard let change = figure.change else { return Array(repeating: .text(""), count: 5) + [.text("no")] }
        let size = change.size.flatMap { $0.value.isFinite ? $0 : nil }
        return [
            .number(size?.value), .text(size.map { $0.unit.description } ?? ""), .text(change.code),
            .text(change.reasonCode),
            .text(change.isTested ? YearChange.testCode(of: figure.kpi.unit) : ""), .text(figure.isRestated ? "yes" : "no"),
        ]
    }

    private static func state(_ figure: SeenFigure?) -> String {
        guard let figure else { return "not-told" }
        guard let told = figure.observation else { return "withheld" }
        return switch told.state {
        case .reported: "reported"
        case .missing: "missing"
        case .notDue: "not-due"
        case .withheld: "withheld-by-source"
        case .beforeHistory: "before-history"
        case .moduleFailed: "module-failed"
        case .noValue: "no-value"
        }
    }
}
