import Charts
import Definitions

/// What every page of measures and areas begins with, as the template `page-top` shows it.
struct PageFrame {
    struct Crumb {
        var crumbTitle: String
        var crumbLink: String
    }

    var pageTitle: String
    var pageSubtitle: String
    var partnership: String
    /// The pages above this one, the nearest last.
    var crumbs: [Crumb]
    var banners: BannersView
    var readerNote: [String]
    /// What only lists of alerts need is left out of the page's style.
    var isPlain = true
    var chartStyle: String

    /// - Parameter failed: the priorities whose failed modules the page tells of.
    init(
        _ title: String, subtitle: String, for reader: Reader, crumbs: [Crumb], about priorities: [Priority],
        _ maker: ListMaker,
        hasCharts: Bool
    ) {
        pageTitle = PlainText.line(title)
        pageSubtitle = PlainText.line(subtitle)
        partnership = PlainText.line(maker.input.definitions.partnership.name)
        self.crumbs = crumbs
        var notes = ListNotes()
        notes.holdsMadeRecords = maker.input.holdsMadeRecords
        notes.moduleFailures = priorities.flatMap { priority in
            maker.input.moduleFailures.filter { $0.module == priority.module }.map { (priority, $0) }
        }
        banners = BannersView(notes)
        readerNote = BreachListView.readerNote(reader.audience)
        chartStyle = hasCharts ? ChartStyle.css : ""
    }
}
