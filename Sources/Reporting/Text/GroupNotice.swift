public import Alerting
import Definitions
import Measures

/// What a thematic group is told at once when something changed: for mail, a webhook or a folder. In the form that the
/// group's audience may see.
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

    /// The group, by id.
    public let group: String
    /// What it is told: without the alerts that are silenced. That one of them recovered is told all the same.
    public let content: Content
    /// What it would be told if nobody had acknowledged or silenced anything: the same on every run of a date, whatever marks are made
    /// in between, so that none of them makes old news new.
    public let unmarked: Content
    /// Whether there is anything to tell. Where not, nothing needs to be sent.
    public let isNews: Bool

    public var subject: String { content.subject }
    public var lines: [String] { content.lines }
    public var items: [Notice.Item] { content.items }

    init(of list: BreachList, page: String) {
        group = list.group.id
        let told = NoticeRows(list, isMarked: true)
        content = Content(told, of: list, page: page)
        unmarked = Content(NoticeRows(list, isMarked: false), of: list, page: page)
        isNews = told.isNews(list)
    }
}

/// The rows of a list that a notice tells of.
private struct NoticeRows {
    var sections: [(section: ListSection, rows: [ListedStanding])]
    /// Open alerts of which no notice told while a mark kept them out, or whose acknowledgement has run out.
    var uncovered: [ListedStanding]
    var silenced = 0
    var acknowledged: [ListedStanding] = []

    /// - Parameter isMarked: whether silences are heeded.
    init(_ list: BreachList, isMarked: Bool) {
        func isTold(_ row: ListedStanding) -> Bool { !isMarked || row.silence == nil }
        let news: [ListSection] = [.new, .worse]
        sections = news.map { ($0, list[$0].filter(isTold)) } + [.recovered, .withdrawn].map { ($0, list[$0]) }
        uncovered = list[.continuing].filter { row in
            isTold(row) && list.expired.contains { $0.covers(row, in: list.group.id) }
        }
        guard isMarked else { return }
        silenced = news.reduce(0) { $0 + list[$1].count { $0.silence != nil } }
        acknowledged = (sections.flatMap(\.rows) + uncovered).filter { $0.acknowledgement != nil }
    }

    /// New, worse, recovered, withdrawn, with how many there are.
    var counts: [(section: ListSection, count: Int)] {
        sections.map { (section: $0.section, count: $0.rows.count) }.filter { $0.count > 0 }
    }

    /// Whether anything is new, worse, recovered or withdrawn, a mark ran out, a verdict on the past changed, or a module failed.
    func isNews(_ list: BreachList) -> Bool {
        !counts.isEmpty || !list.notes.moduleFailures.isEmpty || !list.rejudged.isEmpty || !list.expired.isEmpty
    }
}

extension GroupNotice.Content {
    /// Changed verdicts on the past that are told one by one.
    private static var mostVerdicts: Int { 12 }

    fileprivate init(_ rows: NoticeRows, of list: BreachList, page: String) {
        subject = Self.subject(rows, list)
        items = (rows.sections.flatMap(\.rows) + rows.uncovered).compactMap(Notice.Item.init)
        var lines: [String] = []
        if list.notes.holdsMadeRecords { lines.append("Made sample data: these are not real figures.") }
        for entry in list.notes.moduleFailures {
            lines.append("\(entry.priority.title): its figures could not be computed (\(entry.failure.reason)).")
        }
        if !list.restatements.isEmpty {
            let figures = PlainText.counted(list.restatements.count, "figure told before was", "figures told before were")
            lines.append("\(figures) restated.")
        }
        lines += list.rejudged.prefix(Self.mostVerdicts).map { "\($0.rule.title), \($0.area.name): \($0.words)." }
        if list.rejudged.count > Self.mostVerdicts {
            let more = PlainText.counted(list.rejudged.count - Self.mostVerdicts, "more past verdict")
            lines.append("And \(more): see the list.")
        }
        // Notices are kept in the store as they went out, so no free text goes into them: it could not be erased.
        lines += list.expired.map { "\($0.withoutWords.sentence)." } + Self.markLines(rows, list)
        if !rows.isNews(list) { lines.append("Nothing is new, worse, recovered or withdrawn.") }
        lines.append("The whole list: \(page)")
        self.lines = lines.map(PlainText.line)
    }

    private static func subject(_ rows: NoticeRows, _ list: BreachList) -> String {
        var told = rows.counts.map { "\($0.count) \($0.section.rawValue)" }
        if !list.expired.isEmpty { told.append("\(PlainText.counted(list.expired.count, "mark")) ended") }
        if !list.notes.moduleFailures.isEmpty { told.append("figures could not be computed") }
        if !list.rejudged.isEmpty { told.append("\(PlainText.counted(list.rejudged.count, "past verdict")) changed") }
        let made = list.notes.holdsMadeRecords ? "[made sample data] " : ""
        return PlainText.line(
            "\(made)\(list.group.title): \(told.isEmpty ? "nothing new" : told.joined(separator: ", ")), "
                + "as of \(list.asOf.title)")
    }

    private static func markLines(_ rows: NoticeRows, _ list: BreachList) -> [String] {
        var lines = rows.acknowledged.compactMap { row in
            row.acknowledgement.map { "\(row.rule.title), \(row.area.name): \($0.withoutWords.sentence)." }
        }
        if rows.silenced > 0 {
            lines.append("\(PlainText.counted(rows.silenced, "silenced alert")) not told here: see the list.")
        }
        if list.foldedCount > 0 {
            lines.append("\(PlainText.counted(list.foldedCount, "alert")) folded under others: see the list.")
        }
        return lines
    }
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
