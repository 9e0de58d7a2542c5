import Alerting
import Definitions
import Measures

/// The restated figures as CSV: a row for each, in the order of the page. Columns are added at the end only.
///
/// `from` and `to` are in the KPI's unit, percentages as fractions. `standing` is restated or taken-back (the source gives no figure any
/// more). `first_told` is the as-of date that first told `from`. `verdicts_changed`
/// names rules with the period and what it would have been. The last two columns are of when the denominators of `from` and `to` are.
enum RestatementsCSV {
    static let header = [
        "as_of", "group", "kpi", "kpi_title", "unit", "area_code", "area", "level", "grain", "period", "period_start",
        "period_end", "standing", "from", "to", "first_told", "was_provisional", "verdicts_changed", "rounded",
        "from_denominator_vintage", "to_denominator_vintage",
    ]

    static func text(_ list: BreachList) -> String {
        CSVText.file(header: header, rows: list.restatements.compactMap { restated in restated.told.map { row(restated, $0, list) } })
    }

    private static func row(
        _ restatement: ListedRestatement, _ told: ListedRestatement.Told, _ list: BreachList
    ) -> [CSVCell] {
        let named: [CSVCell] = [
            .text(list.asOf.description), .text(list.group.id), .text(restatement.kpi.id), .text(restatement.kpi.title),
            .text(restatement.kpi.unit.description), .text(restatement.area.code.rawValue), .text(restatement.area.name),
            .text(restatement.area.level.rawValue), .text(restatement.period.grain.rawValue),
            .text(restatement.period.description), .text(restatement.period.firstDay.description),
            .text(restatement.period.lastDay.description), .text(restatement.code),
        ]
        let verdicts = restatement.verdicts.map { "\($0.rule.id) \($0.period): \($0.change.rawValue)" }
        return named + [
            .number(told.before.value), .number(told.after.value), .text(restatement.toldSince.description),
            .text(restatement.wasProvisional ? "yes" : "no"), .text(verdicts.joined(separator: "; ")),
            .text(told.isRounded ? "yes" : "no"), .text(told.before.denominatorVintage ?? ""),
            .text(told.after.denominatorVintage ?? ""),
        ]
    }
}
