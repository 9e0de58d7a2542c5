import Definitions
import Disclosure

/// Renders the pages of one input, in the order: index, then for each body its own list, its copies and its board page.
struct ReportPages {
    let pages: [Page]

    init(lists: ListMaker, folders: FolderNames, _ templates: PageTemplates) {
        let partnership = lists.input.definitions.partnership
        var pages = [
            Page(path: "index.html", text: templates.render(IndexView(lists, folders: folders), with: .index))
        ]
        pages.append(
            Page(
                path: folders.dataQuality,
                text: DataQualityCSV.text(lists.input.dataRecords ?? lists.input.dataNotes, asOf: lists.input.asOf)))
        pages.append(
            Page(path: folders.dataFiles, text: FilesCSV.text(lists.input.dataFiles, asOf: lists.input.asOf)))
        for body in partnership.bodies {
            let own = body.kind == .group ? [body] : []
            for group in own + lists.groups(copiedTo: body) where group.id != body.id || body.kind == .group {
                let list = lists.list(of: group, for: body)
                pages += lists.files(of: group, for: body).map { file in
                    let text =
                        switch file {
                        case .page:
                            templates.render(
                                BreachListView(list) { folders.name($0, of: group, for: body) }, with: .breaches)
                        case .alertsCSV: BreachListCSV.text(list)
                        case .json: BreachListJSON.text(list)
                        case .measures: MeasuresCSV.text(list)
                        case .dataQuality: DataQualityCSV.text(list.notes.records, asOf: list.asOf)
                        case .completeness: CompletenessCSV.text(list)
                        case .restatements: RestatementsCSV.text(list)
                        }
                    return Page(path: folders.path(file, of: group, for: body), text: text)
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

extension ListMaker {
    /// The files that a group's list has, in the same order for every reader; what is wrong with its data goes to the group alone.
    func files(of group: Body, for reader: Body) -> [ListFile] {
        ListFile.allCases.filter { file in
            switch file {
            case .page, .alertsCSV, .json: true
            case .measures: hasMeasures(group)
            case .dataQuality: group.id == reader.id
            case .completeness: !editions(of: group, published.all).isEmpty
            case .restatements: hasRestatements(group)
            }
        }
    }
}
