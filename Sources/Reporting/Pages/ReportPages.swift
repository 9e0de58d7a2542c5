import Definitions

/// Renders the pages of one input, in the order: index, then for each body its own list, its copies and its board page.
struct ReportPages {
    let pages: [Page]

    init(lists: ListMaker, folders: FolderNames) throws(TemplateError) {
        let templates = try PageTemplates()
        let partnership = lists.input.definitions.partnership
        var pages = [
            Page(path: "index.html", text: templates.render(IndexView(lists, folders: folders), with: .index))
        ]
        pages.append(
            Page(
                path: folders.dataQuality,
                text: DataQualityCSV.text(lists.input.dataRecords ?? lists.input.dataNotes, asOf: lists.input.asOf)))
        for body in partnership.bodies {
            let own = body.kind == .group ? [body] : []
            for group in own + lists.groups(copiedTo: body) where group.id != body.id || body.kind == .group {
                let list = lists.list(of: group, for: body)
                pages += [
                    Page(
                        path: folders.list(of: group, for: body, "html"),
                        text: templates.render(
                            BreachListView(
                                list, csvLink: folders.listName(of: group, for: body, "csv"),
                                jsonLink: folders.listName(of: group, for: body, "json"),
                                measuresLink: folders.measuresName(of: group, for: body)), with: .breaches)),
                    Page(path: folders.list(of: group, for: body, "csv"), text: BreachListCSV.text(list)),
                    Page(path: folders.list(of: group, for: body, "json"), text: BreachListJSON.text(list)),
                ]
                if group.id == body.id {
                    pages.append(
                        Page(
                            path: folders.dataQuality(of: group),
                            text: DataQualityCSV.text(list.notes.records, asOf: list.asOf)))
                }
                if lists.hasMeasures(group) {
                    pages.append(Page(path: folders.measures(of: group, for: body), text: MeasuresCSV.text(list)))
                }
            }
            guard body.kind == .board else { continue }
            let groups = lists.groups(reportingTo: body)
            guard !groups.isEmpty else { continue }
            let board = BoardView(board: body, lists: groups.map { lists.list(of: $0, for: body) }, lists, folders)
            pages.append(Page(path: folders.board(body), text: templates.render(board, with: .board)))
        }
        self.pages = pages
    }
}
