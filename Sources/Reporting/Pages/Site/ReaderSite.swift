import Definitions
import Measures

/// The pages of measures and areas in one reader's folder.
struct ReaderSite: Sendable {
    let reader: Reader
    let readings: SightReadings
    let maker: ListMaker
    let links: SiteLinks
    let folders: FolderNames
    /// Whether the lists of alerts are made with them, so that pages may lead there.
    let hasLists: Bool

    /// A page to be made: its path, and how.
    struct Draft: Sendable {
        var path: String
        var render: @Sendable (PageTemplates) -> String
    }

    /// The reader's first page, then those of its measures and of the areas.
    var drafts: [Draft] {
        let folder = folders.folder(reader.body)
        var drafts: [Draft] = []
        drafts.append(
            Draft(path: folders.overview(reader.body)) { templates in
                reader.body.kind == .board
                    ? templates.render(BoardView(self), with: .board)
                    : templates.render(OverviewView(for: reader, self), with: .overview)
            })
        for part in reader.parts {
            for kpi in part.kpis {
                drafts.append(
                    Draft(path: "\(folder)/\(links.measure(kpi, of: part.priority))") {
                        $0.render(MeasurePageView(kpi, of: part.priority, for: reader, self), with: .measure)
                    })
            }
        }
        guard !reader.parts.isEmpty else { return drafts }
        drafts.append(
            Draft(path: "\(folder)/\(links.areaIndex)") { $0.render(AreaIndexView(for: reader, self), with: .areas) })
        for area in maker.input.definitions.partnership.geography.pagedAreas {
            guard let path = links.area(area.code) else { continue }
            drafts.append(
                Draft(path: "\(folder)/\(path)") { $0.render(AreaPageView(area, for: reader, self), with: .area) })
        }
        return drafts
    }

    /// The pages above one in the reader's folder, or in a folder of it.
    ///
    /// - Parameter root: the reader's folder, seen from the page: empty or `../`.
    func crumbs(above root: String, withOverview: Bool = true, withAreas: Bool = false) -> [PageFrame.Crumb] {
        var crumbs: [PageFrame.Crumb] = []
        if hasLists { crumbs.append(PageFrame.Crumb(crumbTitle: "All lists", crumbLink: root + FolderNames.indexName)) }
        if withOverview {
            crumbs.append(
                PageFrame.Crumb(
                    crumbTitle: PlainText.line(reader.body.title), crumbLink: root + FolderNames.overviewName(reader.body)))
        }
        if withAreas { crumbs.append(PageFrame.Crumb(crumbTitle: "Areas", crumbLink: "index.html")) }
        return crumbs
    }
}
