import Measures

/// What every column of every CSV file means, as a CSV file of its own: a row for each file and column, in their order.
enum DataDictionary {
    /// The file's name at the output's root.
    static let path = "data-dictionary.csv"
    static let schemaPath = "breaches.schema.json"

    /// The shape of `breaches.json`, as JSON Schema.
    static var schema: String { String(decoding: PackageResources.breaches_schema_json, as: UTF8.self) }

    /// Each file with its columns. A name ends in the file's name where a body's copy has another before it.
    static let files: [(name: String, header: [String])] = [
        ("breaches.csv", BreachListCSV.header), ("measures.csv", MeasuresCSV.header),
        ("completeness.csv", CompletenessCSV.header), ("restatements.csv", RestatementsCSV.header),
        ("data-quality.csv", DataQualityCSV.header), ("files.csv", FilesCSV.header), ("alerts.csv", NoticeCSV.header),
        ("annual-….csv", AnnualCSV.header),
    ]

    static var text: String {
        CSVText.file(
            header: ["file", "column", "meaning", "form"],
            rows: files.flatMap { file in
                file.header.map { column in
                    let entry = entry(column, of: file.name)
                    return [
                        .text(file.name), .text(column), .text(entry?.meaning ?? ""), .text(entry?.form.rawValue ?? ""),
                    ]
                }
            })
    }

    /// How a column is written.
    enum Form: String {
        case text, number, whole = "whole number", date = "date, ISO 8601", truth = "yes or no", code
        case period = "period, such as 2024-03, 2024 Q1, 2024, 2023/24"
    }

    struct Entry {
        var meaning: String
        var form: Form

        init(_ meaning: String, _ form: Form = .text) {
            self.meaning = meaning
            self.form = form
        }
    }

    static func entry(_ column: String, of file: String) -> Entry? { special["\(file) \(column)"] ?? common[column] }

    /// Columns whose name means something else in one file.
    private static let special: [String: Entry] = [
        "alerts.csv state": Entry("the section of the list that tells of the alert, or closed", .code),
        "alerts.csv why": Entry("why it is told now, in words, where the state does not say it"),
        "completeness.csv standing": Entry("in, late or not-due", .code),
        "completeness.csv records": Entry("records in the edition; empty where the audience does not see every figure", .whole),
        "restatements.csv standing": Entry(
            "restated or taken-back (the source gives no figure any more)", .code),
        "files.csv standing": Entry("what became of the file", .code),
        "data-quality.csv column": Entry("the column of the data file that does not fit"),
        "data-quality.csv reason": Entry("what does not fit; never the value itself"),
        "data-quality.csv file": Entry("the data file, below the data folder; empty for the whole dataset"),
        "annual-….csv period": Entry("the period that stands for the year; empty where none does", .period),
        "annual-….csv value": Entry("the figure of that period, in its unit, a percentage as a fraction", .number),
    ]

    private static let common: [String: Entry] = [
        "as_of": Entry("the day on which the run stood; nothing later was used", .date),
        "group": Entry("the thematic group whose list it is, by id", .code),
        "reader": Entry("the thematic group or board whose report it is, by id", .code),
        "year": Entry("the financial year, April to March", .period),
        "section": Entry(
            "new, worse, continuing, recovered, withdrawn, within chance, not assessed; closed where nobody judges the alert any more; withheld where the audience may not know", .code),
        "severity": Entry("low, medium, high or critical, as the rule states", .code),
        "rule": Entry("the rule, by id", .code), "rule_title": Entry("what the rule is called"),
        "title": Entry("what the rule is called"),
        "area_code": Entry("the area's code", .code), "area": Entry("what the area is called"),
        "level": Entry("the kind of area: borough, ward, plan_area …", .code),
        "grain": Entry("the kind of period: month, quarter, calendar year, financial year, rolling year, to date", .code),
        "period": Entry("the period that is judged or told", .period),
        "period_start": Entry("its first day", .date), "period_end": Entry("its last day", .date),
        "since": Entry("the period in which the open alert began to fire", .period),
        "since_start": Entry("the first day of that period", .date),
        "verdict": Entry("what the rule says of the period: fired, within chance, did not fire, or not assessed and why"),
        "state": Entry("where the alert stands: inactive, pending, firing, recovering, resolved, withdrawn, closed", .code),
        "message": Entry("the figures against the threshold, in words"),
        "kpi": Entry("the KPI, by id", .code), "kpi_title": Entry("what the KPI is called"),
        "unit": Entry("the KPI's unit"),
        "value": Entry("the figure in its unit, a percentage as a fraction", .number),
        "before": Entry("the figure of a year before, in the same unit", .number),
        "target": Entry("what was expected at the end of the period, in the same unit", .number),
        "target_result": Entry("met, tolerated (missed by no more than was set as tolerable), missed, no-target or not-known", .code),
        "change": Entry("the figure against that of a year before, in `change_unit`, as a fraction", .number),
        "change_unit": Entry("change (relative) or points (the difference of two shares)", .code),
        "change_chance": Entry("whether chance alone brings such a change: beyond-chance, within-chance or not-tested", .code),
        "change_chance_reason": Entry(
            "why it was not tested: no-figure, withheld (from the reader), rounded (for the reader), no-counts (a stock, an average, money), is-change, counted-otherwise, borderline",
            .code),
        "change_test": Entry("the exact conditional test made, at 95%: of two-counts, two-shares or two-weighted-counts", .code),
        "restated": Entry("whether the year's figure is told otherwise than when it was first told", .truth),
        "figure_state": Entry(
            "reported, or why there is no figure: missing, not-due, withheld (from the reader), withheld-by-source, before-history, module-failed, no-value, not-told (for the whole area)",
            .code),
        "benchmark": Entry("the figure that it is compared with, in the same unit", .number),
        "status": Entry("red, amber, green, not-assessed, or withheld from the audience", .code),
        "status_reason": Entry("why it is not assessed", .code),
        "short_travel": Entry("against the period before: improved, steady, worsened, not-known", .code),
        "short_travel_reason": Entry("why it is not known", .code),
        "long_travel": Entry("against the same period of the year before: improved, steady, worsened, not-known", .code),
        "long_travel_reason": Entry("why it is not known", .code),
        "bounds_owner": Entry("who set the bounds of red and amber"), "bounds_because": Entry("why they are as they are"),
        "provisional": Entry("whether the source may still revise the figure", .truth),
        "made_sample_data": Entry("whether a record behind it was made by the sample generator", .truth),
        "rounded": Entry("whether the figure was made from counts that are rounded for the audience", .truth),
        "theme": Entry("the theme of the strategy"), "respond": Entry("what the rule says should be done"),
        "owner": Entry("who answers for the rule"), "priority": Entry("the priority, by id", .code),
        "shortfalls": Entry("what the figures have to do without: sources missing, editions that are late"),
        "denominator_vintage": Entry("of when the figure's denominator is, such as the year of the population"),
        "denominator_vintages": Entry("of when those of all figures behind the row are, by KPI and period"),
        "acknowledged": Entry("whether somebody has said to know of the alert", .truth),
        "acknowledged_by": Entry("who; empty for an audience with a threshold"),
        "acknowledged_until": Entry("the last day on which it holds", .date),
        "silenced": Entry("whether the alert is kept out of notices", .truth),
        "silenced_by": Entry("who did; empty for an audience with a threshold"),
        "silenced_until": Entry("the last day on which it holds", .date),
        "folded_under": Entry("the rule and area code of the alert under which the page tells the row"),
        "actions_open": Entry("actions in answer to the alert without an outcome, those that are overdue among them", .whole),
        "actions_overdue": Entry("those of them whose day has passed", .whole),
        "actions_done": Entry("actions whose outcome is told", .whole),
        "next_due": Entry("the earliest day by which an open action is to be done", .date),
        "dataset": Entry("the dataset, by id", .code), "dataset_title": Entry("what the dataset is called"),
        "every": Entry("the kind of period by which it comes", .code),
        "edition": Entry("the period of the edition", .period), "edition_start": Entry("its first day", .date),
        "edition_end": Entry("its last day", .date), "due": Entry("the last day on which the edition is in time", .date),
        "days_late": Entry("days since then, where it is not in", .whole),
        "usual_records": Entry("the median of up to twelve editions before it that are in; empty where the audience does not see every figure", .number),
        "sources_received": Entry("sources that returned a figure", .whole),
        "sources_expected": Entry("sources that should have", .whole),
        "from": Entry("what earlier lists told, in the KPI's unit", .number), "to": Entry("what is told now", .number),
        "first_told": Entry("the as-of date that first told `from`", .date),
        "was_provisional": Entry("whether it was told as provisional", .truth),
        "verdicts_changed": Entry("rules that say otherwise of the period on the new figure, and what they said"),
        "from_denominator_vintage": Entry("of when the denominator of `from` is"),
        "to_denominator_vintage": Entry("of when the denominator of `to` is"),
        "kind": Entry("what is wrong", .code), "file": Entry("the data file, below the data folder"),
        "line": Entry("the line of the file, counted from 1", .whole), "count": Entry("how many records", .whole),
        "records": Entry("records of the file", .whole), "loaded": Entry("records that were used", .whole),
        "set_aside": Entry("records that do not fit the dataset's contract", .whole),
        "too_old": Entry("records older than the dataset's retention", .whole),
        "copied": Entry("records that another file of the same content brings", .whole),
        "copy_of": Entry("that file"), "first_month": Entry("the month of its earliest record", .period),
        "last_month": Entry("the month of its latest record", .period),
        "digest": Entry("the beginning of the content's SHA-256", .code),
    ]
}
