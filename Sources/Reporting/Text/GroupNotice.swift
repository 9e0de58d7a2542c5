import Definitions
import Measures

/// What a thematic group is told at once when something changed: for mail, a webhook or a folder. In the form that the
/// group's audience may see.
public struct GroupNotice: Sendable, Hashable {
    /// The group, by id.
    public let group: String
    /// One line of plain text.
    public let subject: String
    /// The body: each a line of plain text, `new`, `worse`, `recovered` and `withdrawn` in that order; then where the list is.
    public let lines: [String]
    /// Whether anything is new, worse, recovered or withdrawn, or a module failed. Where not, nothing needs to be sent.
    public let isNews: Bool

    init(of list: BreachList, page: String) {
        group = list.group.id
        let sections: [ListSection] = [.new, .worse, .recovered, .withdrawn]
        let counts = sections.map { (section: $0, count: list[$0].count) }.filter { $0.count > 0 }
        let failed = list.notes.moduleFailures
        isNews = !counts.isEmpty || !failed.isEmpty
        var told = counts.map { "\($0.count) \($0.section.rawValue)" }
        if !failed.isEmpty { told.append("figures could not be computed") }
        let made = list.notes.holdsMadeRecords ? "[made sample data] " : ""
        subject = PlainText.line(
            "\(made)\(list.group.title): \(told.isEmpty ? "nothing new" : told.joined(separator: ", ")), "
                + "as of \(list.asOf.title)")
        var lines: [String] = []
        if list.notes.holdsMadeRecords { lines.append("Made sample data: these are not real figures.") }
        for entry in failed {
            lines.append("\(entry.priority.title): its figures could not be computed (\(entry.failure.reason)).")
        }
        for section in sections {
            lines += list[section].map { row in
                let marks = row.isProvisional ? " (provisional)" : ""
                return "\(section.title.uppercased()) [\(row.rule.severity.rawValue)] \(row.rule.title), "
                    + "\(row.period.title)\(marks). \(row.lineMessage)"
            }
        }
        if counts.isEmpty, failed.isEmpty { lines.append("Nothing is new, worse, recovered or withdrawn.") }
        lines.append("The whole list: \(page)")
        self.lines = lines.map(PlainText.line)
    }
}
