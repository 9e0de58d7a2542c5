import Definitions
import Measures

/// The alerts that are told under another, as the template `folded` shows them.
struct FoldedView {
    struct Row {
        var foldedTitle: String
        var foldedArea: String
        var foldedSince: String
        var foldedMessage: String
        var foldedMarks: [String]
    }

    var foldedLead: String
    var foldedRows: [Row]

    init(_ row: ListedStanding) {
        foldedLead =
            "\(PlainText.counted(row.folded.count, "alert")) within \(PlainText.line(row.area.name)), told under this one:"
        foldedRows = row.folded.map { folded in
            Row(
                foldedTitle: PlainText.line(folded.rule.title), foldedArea: PlainText.line(folded.area.name),
                foldedSince: (folded.since ?? folded.period).title,
                foldedMessage: PlainText.line(folded.message + folded.denominators.inBrackets),
                foldedMarks: [folded.section.title] + AlertView.marks(folded))
        }
    }
}
