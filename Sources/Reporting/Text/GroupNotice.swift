public import Alerting
import Definitions
import Measures

/// What a thematic group is told at once when something changed: for mail, a webhook or a folder. In the form that the
/// group's audience may see.
public struct GroupNotice: Sendable, Hashable {
    /// The group, by id.
    public let group: String
    /// One line of plain text.
    public let subject: String
    /// The body, each a line of plain text: what was not computed, and where the list is.
    public let lines: [String]
    /// The alerts that it tells of, in the order of the list.
    public let items: [Notice.Item]
    /// Whether anything is new, worse, recovered or withdrawn, a verdict on the past changed, or a module failed. Where not, nothing needs to be sent.
    public let isNews: Bool

    /// Changed verdicts on the past that are told one by one.
    private static let mostVerdicts = 12

    init(of list: BreachList, page: String) {
        group = list.group.id
        let sections: [ListSection] = [.new, .worse, .recovered, .withdrawn]
        let counts = sections.map { (section: $0, count: list[$0].count) }.filter { $0.count > 0 }
        let failed = list.notes.moduleFailures
        let rejudged = list.rejudged.count
        isNews = !counts.isEmpty || !failed.isEmpty || rejudged > 0
        var told = counts.map { "\($0.count) \($0.section.rawValue)" }
        if !failed.isEmpty { told.append("figures could not be computed") }
        if rejudged > 0 { told.append("\(PlainText.counted(rejudged, "past verdict")) changed") }
        let made = list.notes.holdsMadeRecords ? "[made sample data] " : ""
        subject = PlainText.line(
            "\(made)\(list.group.title): \(told.isEmpty ? "nothing new" : told.joined(separator: ", ")), "
                + "as of \(list.asOf.title)")
        var lines: [String] = []
        if list.notes.holdsMadeRecords { lines.append("Made sample data: these are not real figures.") }
        for entry in failed {
            lines.append("\(entry.priority.title): its figures could not be computed (\(entry.failure.reason)).")
        }
        items = sections.flatMap { section in list[section].compactMap(Notice.Item.init) }
        if !list.restatements.isEmpty {
            let figures = PlainText.counted(list.restatements.count, "figure told before was", "figures told before were")
            lines.append("\(figures) restated.")
        }
        lines += list.rejudged.prefix(Self.mostVerdicts).map { "\($0.rule.title), \($0.area.name): \($0.words)." }
        if rejudged > Self.mostVerdicts {
            lines.append("And \(PlainText.counted(rejudged - Self.mostVerdicts, "more past verdict")): see the list.")
        }
        if !isNews { lines.append("Nothing is new, worse, recovered or withdrawn.") }
        lines.append("The whole list: \(page)")
        self.lines = lines.map(PlainText.line)
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
