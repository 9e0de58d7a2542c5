import Alerting
import Definitions
import Measures

/// The alerts of a notice as CSV, a row each, as mail carries it. Columns are added at the end only.
enum NoticeCSV {
    static let header = [
        "as_of", "state", "severity", "rule", "title", "area_code", "area", "period", "since", "message", "why",
    ]

    static func text(_ items: [Notice.Item], asOf: CalendarDate) -> String {
        CSVText.file(
            header: header,
            rows: items.map { item in
                [
                    asOf.description, item.section.rawValue, item.severity.rawValue, item.rule, item.title,
                    item.area.rawValue, item.areaName, item.period.description, item.since?.description ?? "", item.message,
                    item.why ?? "",
                ].map(CSVCell.text)
            })
    }
}
