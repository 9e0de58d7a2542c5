public import Alerting
import Definitions
import Measures

/// What a thematic group, or a body that gets a copy of its list, is told at once when something changed: for mail, a webhook or a folder.
/// In the form that the reader's audience may see.
public struct GroupNotice: Sendable, Hashable {
    /// The group or board that reads it, by id.
    public let reader: String
    /// The routes by which it goes, by id.
    public let routes: [String]
    /// One line of plain text.
    public let subject: String
    /// The body, each a line of plain text: what was not computed, and where the list is.
    public let lines: [String]
    /// The alerts that it tells of, in the order of the list.
    public let items: [Notice.Item]
    /// As a page, and the alerts as a table, for mail; nil where none of its routes is by mail.
    public let mail: Notice.MailParts?
    /// Whether anything is new, worse, recovered or withdrawn, a verdict on the past changed, or a module failed. Where not, nothing needs to be sent.
    public let isNews: Bool

    /// Changed verdicts on the past that are told one by one.
    private static let mostVerdicts = 12

    /// - Parameters:
    ///   - list: in the form that the reader may see.
    ///   - page: where the list is.
    ///   - routes: those by which it goes, which all tell of the same.
    init(of list: BreachList, for reader: Body, page: String, by routes: [DeliveryPlan.Route], _ templates: PageTemplates) {
        func isTold(_ rule: Rule) -> Bool { routes.allSatisfy { $0.tells(of: rule) } }
        let tellsOfAll = routes.allSatisfy(\.tellsOfAll)
        self.reader = reader.id
        self.routes = routes.map(\.id)
        let sections: [ListSection] = [.new, .worse, .recovered, .withdrawn]
        let told = sections.map { section in (section: section, rows: list[section].filter { isTold($0.rule) }) }
            .filter { !$0.rows.isEmpty }
        // What is said besides alerts is said by the routes that leave none out.
        let failed = tellsOfAll ? list.notes.moduleFailures : []
        let rejudged = list.rejudged.filter { isTold($0.rule) }
        isNews = !told.isEmpty || !failed.isEmpty || !rejudged.isEmpty
        var counts = told.map { "\($0.rows.count) \($0.section.rawValue)" }
        if !failed.isEmpty { counts.append("figures could not be computed") }
        if !rejudged.isEmpty { counts.append("\(PlainText.counted(rejudged.count, "past verdict")) changed") }
        let made = list.notes.holdsMadeRecords ? "[made sample data] " : ""
        subject = PlainText.line(
            "\(made)\(list.group.title): \(counts.isEmpty ? "nothing new" : counts.joined(separator: ", ")), "
                + "as of \(list.asOf.title)")
        items = told.flatMap { $0.rows.compactMap(Notice.Item.init) }
        lines = Self.lines(list, failed, rejudged, tellsOfAll: tellsOfAll, isNews: isNews, page: page).map(PlainText.line)
        mail =
            routes.contains { $0.isMail }
            ? Notice.MailParts(
                html: templates.render(NoticeView(subject: subject, lines: lines, items: items), with: .notice),
                csv: NoticeCSV.text(items, asOf: list.asOf)) : nil
    }

    private static func lines(
        _ list: BreachList, _ failed: [(priority: Priority, failure: FailedModule)], _ rejudged: [ListedRejudgement],
        tellsOfAll: Bool, isNews: Bool,
        page: String
    ) -> [String] {
        var lines: [String] = []
        if list.notes.holdsMadeRecords { lines.append("Made sample data: these are not real figures.") }
        for entry in failed {
            lines.append("\(entry.priority.title): its figures could not be computed (\(entry.failure.reason)).")
        }
        if tellsOfAll, !list.restatements.isEmpty {
            let figures = PlainText.counted(list.restatements.count, "figure told before was", "figures told before were")
            lines.append("\(figures) restated.")
        }
        lines += rejudged.prefix(mostVerdicts).map { "\($0.rule.title), \($0.area.name): \($0.words)." }
        if rejudged.count > mostVerdicts {
            lines.append("And \(PlainText.counted(rejudged.count - mostVerdicts, "more past verdict")): see the list.")
        }
        if !isNews { lines.append("Nothing is new, worse, recovered or withdrawn.") }
        return lines + ["The whole list: \(page)"]
    }
}

extension DeliveryPlan.Route {
    var isMail: Bool { if case .mail = channel { true } else { false } }
}

extension Notice.Item {
    /// A row of a list, in the form that the list's readers may see. Nil for a section that is no standing's.
    init?(_ row: ListedStanding) {
        guard let section = AlertStanding.Section(rawValue: row.section.rawValue) else { return nil }
        self.init(
            rule: row.rule.id, title: PlainText.line(row.rule.title), severity: row.rule.severity, section: section,
            area: row.area.code, areaName: PlainText.line(row.area.name), period: row.period, since: row.since,
            message: PlainText.line(row.message + row.denominators.inBrackets) + (row.isProvisional ? " (provisional)" : ""))
    }
}
