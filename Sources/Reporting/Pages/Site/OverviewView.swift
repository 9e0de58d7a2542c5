import Charts
import Definitions
import Measures

/// What a reader's first page tells of measures and areas: the parts that a board's page and a group's overview share.
struct OverviewParts {
    /// One, or none where nothing is known of changes.
    var since: [SinceView]
    /// One, or none where the reader has no measures.
    var standing: [StandingView]
    var matrix: [AreaMatrixView]
    var areaIndexLink: String

    init(for reader: Reader, _ site: ReaderSite) {
        let input = site.maker.input
        since =
            ReaderChanges(for: reader, site.readings, site.maker).map { changes in
                [
                    SinceView(
                        changes, for: reader, site.links,
                        isMeeting: reader.body.meetings.contains(changes.since))
                ]
            } ?? []
        let standing = StandingView(reader, site.readings, site.maker, site.links)
        self.standing = standing.standingParts.isEmpty ? [] : [standing]
        let matrix = AreaMatrixView(reader, site.maker, site.links, root: "")
        self.matrix = matrix.matrices.isEmpty || input.standings.isEmpty ? [] : [matrix]
        areaIndexLink = site.links.areaIndex
    }
}

/// A thematic group's overview, as the template `overview` shows it; a board's is its own page.
struct OverviewView {
    var frame: PageFrame
    var nothing: [String]
    var overview: OverviewParts
    /// One or none: the group's list of alerts.
    var listLinks: [String]

    init(for reader: Reader, _ site: ReaderSite) {
        frame = PageFrame(
            reader.body.title, subtitle: "Measures and areas, as of \(site.maker.input.asOf.title)", for: reader,
            crumbs: site.crumbs(above: "", withOverview: false), about: reader.parts.map(\.priority), site.maker,
            hasCharts: true)
        overview = OverviewParts(for: reader, site)
        nothing = overview.standing.isEmpty ? ["Nothing to report: no measure concerns this group."] : []
        listLinks = site.hasLists ? ["breaches.html"] : []
    }
}
