import Definitions
import Measures

/// What is in, as CSV: a row for each dataset and edition, oldest first. Columns are added at the end only.
///
/// `standing` is in, late or not-due; `due` is the last day on which the edition is in time, `days_late` counts from it. `usual_records` is the
/// median of up to twelve editions before it that are in; both are told to audiences that see every figure alone. Below stand the sources that returned a figure of a KPI, of those expected: a row a figure, with `kpi` and without `dataset`.
enum CompletenessCSV {
    static let header = [
        "as_of", "group", "dataset", "dataset_title", "every", "edition", "edition_start", "edition_end", "due", "standing",
        "days_late", "records", "usual_records", "kpi", "area_code", "area", "sources_received", "sources_expected",
    ]

    static func text(_ list: BreachList) -> String {
        CSVText.file(
            header: header,
            rows: list.editions.flatMap { dataset in dataset.editions.map { row($0, of: dataset, list) } }
                + list.sources.map { row($0, list) })
    }

    private static func row(
        _ edition: DatasetEditions.Edition, of dataset: DatasetEditions, _ list: BreachList
    ) -> [CSVCell] {
        [
            .text(list.asOf.description), .text(list.group.id), .text(dataset.dataset), .text(dataset.title),
            .text(dataset.every.rawValue), .text(edition.period.description), .text(edition.period.firstDay.description),
            .text(edition.period.lastDay.description), .text(edition.due.description), .text(edition.standing.code),
            .number(edition.standing.daysLate.map(Double.init)), .number(edition.records.map(Double.init)),
            .number(edition.usual), .text(""), .text(""), .text(""), .text(""), .text(""),
        ]
    }

    private static func row(_ returned: ReturnedSources, _ list: BreachList) -> [CSVCell] {
        [
            .text(list.asOf.description), .text(list.group.id), .text(""), .text(""),
            .text(returned.period.grain.rawValue), .text(returned.period.description),
            .text(returned.period.firstDay.description), .text(returned.period.lastDay.description), .text(""), .text(""),
            .text(""), .text(""), .text(""), .text(returned.kpi.id), .text(returned.area.code.rawValue),
            .text(returned.area.name), .number(Double(returned.sources.received)),
            .number(Double(returned.sources.expected)),
        ]
    }
}
