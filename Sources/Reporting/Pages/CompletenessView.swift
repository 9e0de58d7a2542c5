import Definitions
import Measures

/// The section that tells what is in of the data, as the template `completeness` shows it.
struct CompletenessView {
    struct Row {
        var dataTitle: String
        var dataRhythm: String
        var dataLastIn: String
        var isLate: Bool
        var dataLate: [String]
        var dataNext: String
    }

    struct SourceRow {
        var sourceTitle: String
        var sourceArea: String
        var sourcePeriod: String
        var sourceCount: String
    }

    var completenessLead =
        "What each dataset should have brought by now, and what it has. A figure that is late is missing, and not zero."
    var completenessLink: String
    var dataRows: [Row]
    /// Whether any edition is late.
    var hasLate: Bool
    var hasSources: Bool
    var sourceRows: [SourceRow]

    /// - Parameter link: the same as CSV, edition by edition, seen from the page.
    init(_ list: BreachList, link: String) {
        completenessLink = link
        dataRows = list.editions.map(Row.init)
        sourceRows = list.sources.map { returned in
            let missing = returned.sources.expected - returned.sources.received
            let whole = "\(returned.sources.received) of \(returned.sources.expected)"
            return SourceRow(
                sourceTitle: PlainText.line(returned.kpi.title), sourceArea: PlainText.line(returned.area.name),
                sourcePeriod: returned.period.title, sourceCount: missing > 0 ? "\(whole) (\(missing) missing)" : whole)
        }
        hasLate = list.editions.contains { !$0.late.isEmpty }
        hasSources = !sourceRows.isEmpty
    }
}

extension CompletenessView.Row {
    init(_ dataset: DatasetEditions) {
        dataTitle = PlainText.line(dataset.title)
        let due = dataset.dueDays == 0 ? "due at once" : "due after \(PlainText.counted(dataset.dueDays, "day"))"
        dataRhythm = "Every \(dataset.every.rawValue), \(due)"
        dataLastIn =
            dataset.lastIn.map { edition in
                edition.period.title + (edition.records.map { " (\(PlainText.counted($0, "record")))" } ?? "")
            } ?? "None"
        isLate = !dataset.late.isEmpty
        dataLate = isLate ? dataset.lateWords() : ["None"]
        dataNext = dataset.next.map { "\($0.period.title), by \($0.due.title)" } ?? ""
    }
}
