import Alerting
import Definitions
import Measures
import Mustache

/// A notice as the page that a mail holds.
struct NoticeView {
    struct Item {
        var section: String
        var severity: String
        var title: String
        var area: String
        var period: String
        var since: String?
        var message: String
    }

    let subject: String
    let lines: [String]
    let items: [Item]
    let hasItems: Bool

    init(subject: String, lines: [String], items: [Notice.Item]) {
        self.subject = subject
        self.lines = lines
        hasItems = !items.isEmpty
        self.items = items.map { item in
            Item(
                section: item.section.rawValue, severity: item.severity.rawValue, title: item.title, area: item.areaName,
                period: item.period.title, since: item.since == item.period ? nil : item.since?.title,
                message: item.message + (item.why.map { " (\($0))" } ?? ""))
        }
    }
}
