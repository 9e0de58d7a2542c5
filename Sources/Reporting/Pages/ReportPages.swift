import Definitions
import Disclosure
import Measures

/// Renders the pages of one input, in the order: index, then for each body the index of its folder, its own list, its copies and its board page.
struct ReportPages {
    let pages: [Page]

    /// The pages over measures and areas alone, of boards, without the lists.
    init(boards: [Body], _ maker: ListMaker, _ folders: FolderNames, _ templates: PageTemplates) {
        pages = Self.sites(maker, folders, templates, of: boards, hasLists: false)
    }

    /// For each of the bodies its first page, then those of its measures and of the areas.
    private static func sites(
        _ maker: ListMaker, _ folders: FolderNames, _ templates: PageTemplates, of bodies: [Body], hasLists: Bool
    ) -> [Page] {
        let links = SiteLinks(maker.input.definitions.partnership.geography)
        let courses = maker.courses
        var readings: [DisclosurePolicy: SightReadings] = [:]
        let drafts = bodies.compactMap { Reader($0, maker) }.flatMap { reader -> [ReaderSite.Draft] in
            let own = readings[reader.sight.figures.policy] ?? SightReadings(courses, reader.sight)
            readings[reader.sight.figures.policy] = own
            return ReaderSite(
                reader: reader, readings: own, maker: maker, links: links, folders: folders, hasLists: hasLists
            ).drafts
        }
        return SideBySide.map(drafts) { Page(path: $0.path, text: $0.render(templates)) }
    }

    /// What links to all of a reader's folder and explains its files, so that the folder can be served alone; none for a body that reads of nothing.
    private static func index(
        of body: Body, _ lists: ListMaker, _ folders: FolderNames, _ templates: PageTemplates
    ) -> [Page] {
        let view = IndexView(lists, folders: folders, of: body)
        guard view.parts.contains(where: { $0.bodies.contains { !$0.links.isEmpty } }) else { return [] }
        let folder = folders.folder(body)
        return [
            Page(path: "\(folder)/\(FolderNames.indexName)", text: templates.render(view, with: .index)),
            Page(path: "\(folder)/\(DataDictionary.path)", text: DataDictionary.text),
            Page(path: "\(folder)/\(DataDictionary.schemaPath)", text: DataDictionary.schema),
        ]
    }

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
        pages.append(Page(path: DataDictionary.path, text: DataDictionary.text))
        pages.append(Page(path: DataDictionary.schemaPath, text: DataDictionary.schema))
        for body in partnership.bodies {
            pages += Self.index(of: body, lists, folders, templates)
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
        }
        self.pages = pages + Self.sites(lists, folders, templates, of: partnership.bodies, hasLists: true)
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
            case .completeness: !editions(of: group, published.all.figures).isEmpty
            case .restatements: hasRestatements(group)
            }
        }
    }
}
