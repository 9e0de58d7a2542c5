import Alerting
import Definitions
import Measures
import RuleLanguage

/// A list as CSV: a row for each standing on it, in the order of the page. Columns are added at the end only.
///
/// `value`, `target` and `benchmark` are in the KPI's unit, percentages as fractions. Dates are ISO 8601. A rule that is withheld
/// from the audience has a row for each area, with `section` "withheld" and nothing that tells how it stands. An alert
/// that nobody judges any more has a row with `section` "closed", on the date on which it was closed.
/// `denominator_vintage` is of when the figure's denominator is (the year of the population), `denominator_vintages` of when those of all
/// figures are that the message tells of: each once, by KPI and by period. Both are empty where no figure states one. `folded_under` is
/// the rule and the area code of the alert under which the page tells the row. `actions_open` holds those that are overdue too; `next_due` is the
/// earliest day by which an open one is to be done.
enum BreachListCSV {
    static let header = [
        "as_of", "group", "section", "severity", "rule", "rule_title", "area_code", "area", "level", "grain", "period",
        "period_start", "period_end", "since", "since_start", "verdict", "state", "message", "kpi", "unit", "value",
        "target", "benchmark", "provisional", "made_sample_data", "rounded", "theme", "respond", "owner", "priority",
        "shortfalls", "denominator_vintage", "denominator_vintages", "acknowledged", "acknowledged_by", "acknowledged_until",
        "silenced", "silenced_by", "silenced_until", "folded_under", "actions_open", "actions_overdue", "actions_done", "next_due",
    ]

    static func text(_ list: BreachList) -> String {
        let shown = ListSection.allCases.flatMap(list.unfolded).map { row($0.row, under: $0.under, list) }
        let withheld = list.withheld.flatMap { rule in rule.areas.map { withheldRow(rule.rule, $0, list) } }
        return CSVText.file(header: header, rows: shown + list.closed.map { closedRow($0, list) } + withheld)
    }

    /// What is known of an alert without a rule that judges it.
    private static func closedRow(_ closing: NamedClosing, _ list: BreachList) -> [CSVCell] {
        let alert = closing.alert
        let known = [
            "as_of": list.asOf.description, "group": list.group.id, "section": "closed", "state": "closed",
            "rule": alert.rule, "severity": closing.severity?.rawValue, "rule_title": closing.title, "area_code": alert.area.rawValue,
            "area": closing.areaName, "level": closing.level?.rawValue, "grain": alert.since.grain.rawValue,
            "since": alert.since.description, "since_start": alert.since.firstDay.description,
            "message": "closed: \(alert.reason.words)", "owner": closing.owner, "priority": closing.priority,
        ]
        return header.map { .text((known[$0] ?? nil) ?? "") }
    }

    private static func row(_ row: ListedStanding, under parent: ListedStanding?, _ list: BreachList) -> [CSVCell] {
        [
            .text(list.asOf.description), .text(list.group.id), .text(row.section.rawValue),
            .text(row.rule.severity.rawValue), .text(row.rule.id), .text(row.rule.title), .text(row.area.code.rawValue),
            .text(row.area.name), .text(row.area.level.rawValue), .text(row.period.grain.rawValue),
            .text(row.period.description), .text(row.period.firstDay.description), .text(row.period.lastDay.description),
            .text(row.since?.description ?? ""), .text(row.since?.firstDay.description ?? ""), .text(row.verdict.words),
            .text(row.state.rawValue), .text(row.message), .text(row.kpi.id), .text(row.kpi.unit.description),
            .number(row.figure.value), .number(row.target), .number(row.benchmark), .text(yesOrNo(row.isProvisional)),
            .text(yesOrNo(row.isMade)), .text(yesOrNo(row.isRounded)), .text(row.rule.theme ?? ""),
            .text(row.rule.respond ?? ""), .text(row.rule.owner ?? ""), .text(row.rule.priority),
            .text(row.shortfalls.joined(separator: "; ")), .text(row.figure.denominatorVintage ?? ""),
            .text(row.denominators.code),
        ] + mark(row.acknowledgement) + mark(row.silence)
            + [.text(parent.map { "\($0.rule.id) \($0.area.code)" } ?? "")] + actions(row.actions)
    }

    /// How many are open, overdue among them, and done, and by when the next is due.
    private static func actions(_ actions: [ListedAction]) -> [CSVCell] {
        let open = actions.filter { $0.done == nil }
        return [
            .number(Double(open.count)), .number(Double(open.count(where: \.isOverdue))),
            .number(Double(actions.count - open.count)), .text(open.compactMap(\.due).min()?.description ?? ""),
        ]
    }

    /// Whether, by whom and until when: the name where the audience may see it.
    private static func mark(_ mark: ListedMark?) -> [CSVCell] {
        [
            .text(yesOrNo(mark != nil)), .text(mark?.author ?? ""), .text(mark?.until?.description ?? ""),
        ]
    }

    private static func withheldRow(_ rule: Rule, _ area: Area, _ list: BreachList) -> [CSVCell] {
        let known: [String: String] = [
            "as_of": list.asOf.description, "group": list.group.id, "section": "withheld", "rule": rule.id,
            "rule_title": rule.title, "area_code": area.code.rawValue, "area": area.name, "level": area.level.rawValue,
            "grain": rule.grain.rawValue, "theme": rule.theme ?? "", "owner": rule.owner ?? "", "priority": rule.priority,
        ]
        return header.map { .text(known[$0] ?? "") }
    }

    private static func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
}
