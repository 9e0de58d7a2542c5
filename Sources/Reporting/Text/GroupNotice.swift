public import Alerting
import Definitions
import Measures

/// What a thematic group, or a body that gets a copy of its list, is told at once when something changed: for mail, a webhook or a folder.
/// In the form that the reader's audience may see.
public struct GroupNotice: Sendable, Hashable {
    /// What a notice says.
    public struct Content: Sendable, Hashable {
        /// One line of plain text.
        public var subject: String
        /// The body, each a line of plain text: what was not computed, and where the list is.
        public var lines: [String]
        /// The alerts that it tells of, in the order of the list.
        public var items: [Notice.Item]
    }

    /// The group or board that reads it, by id.
    public let reader: String
    /// The routes by which it goes, by id.
    public let routes: [String]
    /// What it tells: without the alerts that are silenced. That one of them recovered is told all the same.
    public let content: Content
    /// The thematic group of whose list it tells, by id; the reader's own where it tells of no list.
    public let list: String
    /// What it tells besides alerts that is told once a date, a line each; the body shows the first of them.
    public let told: [String]
    /// As a page, and the alerts as a table, for mail; nil where none of its routes is by mail.
    public let mail: Notice.MailParts?
    /// Whether there is anything to tell. Where not, nothing needs to be sent.
    public let isNews: Bool

    public var subject: String { content.subject }
    public var lines: [String] { content.lines }
    public var items: [Notice.Item] { content.items }

    /// - Parameters:
    ///   - list: in the form that the reader may see.
    ///   - page: where the list is.
    ///   - routes: those by which it goes, which all tell of the same.
    ///   - told: what readers know by earlier notices.
    ///   - besides: alerts of which a notice tells that goes the same way.
    init(
        of list: BreachList, for reader: Body, page: String, by routes: [DeliveryPlan.Route], after told: ToldNotices,
        besides: Set<AlertPlace>, _ templates: PageTemplates
    ) {
        self.reader = reader.id
        self.routes = routes.map(\.id)
        let news = NoticeNews(of: list, by: routes, after: told, besides: besides)
        let content = Content(news, of: list, page: page)
        self.content = content
        self.list = list.group.id
        self.told = news.lines
        isNews = news.isThere
        mail = routes.contains(where: \.isMail) ? Notice.MailParts(content, asOf: list.asOf, templates) : nil
    }

    /// What became of alerts that were told on lists that their reader gets no more.
    init(
        of ended: [Notice.Item], for reader: Body, by routes: [DeliveryPlan.Route], _ input: ReportInput,
        _ templates: PageTemplates
    ) {
        let items = ended.filter { item in routes.allSatisfy { $0.tells(of: item.severity, priority: item.priority) } }
        let content = Content(items, for: reader, input)
        self.reader = reader.id
        self.routes = routes.map(\.id)
        self.content = content
        list = reader.id
        told = []
        isNews = !items.isEmpty
        mail = routes.contains(where: \.isMail) ? Notice.MailParts(content, asOf: input.asOf, templates) : nil
    }
}

extension Notice.MailParts {
    fileprivate init(_ content: GroupNotice.Content, asOf: CalendarDate, _ templates: PageTemplates) {
        self.init(
            html: templates.render(
                NoticeView(subject: content.subject, lines: content.lines, items: content.items), with: .notice),
            csv: NoticeCSV.text(content.items, asOf: asOf))
    }
}

extension GroupNotice.Content {
    /// Changed verdicts on the past that are told one by one.
    private static var mostVerdicts: Int { 12 }

    init(_ news: NoticeNews, of list: BreachList, page: String) {
        subject = PlainText.line(Self.subject(news, list))
        items = news.items
        var lines: [String] = []
        if list.notes.holdsMadeRecords { lines.append(Self.madeRecords) }
        lines += news.failed.map(NoticeNews.line)
        if news.restated > 0 {
            let figures = PlainText.counted(news.restated, "figure told before was", "figures told before were")
            lines.append("\(figures) restated.")
        }
        lines += news.rejudged.prefix(Self.mostVerdicts).map(NoticeNews.line)
        if news.rejudged.count > Self.mostVerdicts {
            let more = PlainText.counted(news.rejudged.count - Self.mostVerdicts, "more past verdict")
            lines.append("And \(more): see the list.")
        }
        lines += Self.markLines(news)
        if !news.isThere { lines.append("Nothing is new.") }
        lines.append("The whole list: \(page)")
        self.lines = lines.map(PlainText.line)
    }

    fileprivate init(_ ended: [Notice.Item], for reader: Body, _ input: ReportInput) {
        subject = PlainText.line(
            Self.subject(reader.title, ["\(ended.count) closed"], isMade: input.holdsMadeRecords, asOf: input.asOf))
        items = ended
        lines = (input.holdsMadeRecords ? [Self.madeRecords] : []) + ["Lists that came here come no more."]
    }

    private static let madeRecords = "Made sample data: these are not real figures."

    private static func subject(_ title: String, _ told: [String], isMade: Bool, asOf: CalendarDate) -> String {
        "\(isMade ? "[made sample data] " : "")\(title): \(told.isEmpty ? "nothing new" : told.joined(separator: ", ")), "
            + "as of \(asOf.title)"
    }

    private static func subject(_ news: NoticeNews, _ list: BreachList) -> String {
        var told = news.counts.map { "\($0.count) \($0.words)" }
        let overdue = news.expired.count { $0.mark.kind == .action }
        if overdue < news.expired.count {
            told.append("\(PlainText.counted(news.expired.count - overdue, "mark")) ended")
        }
        if overdue > 0 { told.append("\(PlainText.counted(overdue, "action")) overdue") }
        if !news.failed.isEmpty { told.append("figures could not be computed") }
        if !news.rejudged.isEmpty { told.append("\(PlainText.counted(news.rejudged.count, "past verdict")) changed") }
        return subject(list.group.title, told, isMade: list.notes.holdsMadeRecords, asOf: list.asOf)
    }

    private static func markLines(_ news: NoticeNews) -> [String] {
        var lines = news.expired.map(NoticeNews.line)
        lines += news.acknowledged.compactMap { row in
            row.acknowledgement.map { "\(row.rule.title), \(row.area.name): \($0.withoutWords.sentence)." }
        }
        if news.silenced > 0 {
            lines.append("\(PlainText.counted(news.silenced, "silenced alert")) not told here: see the list.")
        }
        if news.folded > 0 {
            lines.append("\(PlainText.counted(news.folded, "alert")) folded under others: see the list.")
        }
        return lines
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
            rule: row.rule.id, title: PlainText.line(row.rule.title), priority: row.rule.priority,
            severity: row.rule.severity, section: section, area: row.area.code, areaName: PlainText.line(row.area.name),
            period: row.period, since: row.since,
            message: PlainText.line(row.message + row.denominators.inBrackets) + (row.isProvisional ? " (provisional)" : ""),
            restsOnAbsence: row.restsOnAbsence)
    }
}
