import Definitions
import Measures

/// A page that links to others and holds no figure, as the template `index` shows it: that of a reader's folder, or that of all folders, which is for
/// those who run Beacon. What a reader may see is a matter of the folders' access.
struct IndexView {
    struct Link {
        var linkTitle: String
        var linkPath: String
        var linkFiles: [LinkFile]
    }

    struct LinkFile {
        var fileName: String
        var filePath: String
    }

    struct BodyRow {
        /// None on the page of its own folder, which has it as its title.
        var bodyHeadings: [Heading]
        var bodyAudience: String
        var links: [Link]
    }

    struct Heading {
        var bodyTitle: String
        /// The index of its folder.
        var bodyLink: String
    }

    struct Part {
        var partTitle: String
        var partID: String
        var bodies: [BodyRow]
    }

    var pageTitle: String
    var pageSubtitle: String
    var partnership: String
    var chartStyle = ""
    var banners: BannersView
    /// One or none: whom the page is for.
    var indexNotes: [String]
    var parts: [Part]
    /// One, or none in a reader's folder: what is wrong with any data file of the run.
    var qualityPaths: [String]
    /// What became of each of them, as those.
    var filesPaths: [String]
    var dictionaryPath: String
    var schemaPath: String

    /// - Parameter reader: whose folder it stands in; nil for the one over all folders.
    init(_ lists: ListMaker, folders: FolderNames, of reader: Body? = nil) {
        let partnership = lists.input.definitions.partnership
        pageTitle = PlainText.line(reader?.title ?? partnership.name)
        pageSubtitle = "Alerts as of \(lists.input.asOf.title)"
        self.partnership = reader == nil ? "Beacon" : PlainText.line(partnership.name)
        indexNotes =
            reader == nil
            ? [
                "For those who run Beacon. It links to the folders of all audiences: give each reader its own folder only, which has an index of its own."
            ] : []
        var notes = ListNotes()
        notes.holdsMadeRecords = lists.input.holdsMadeRecords
        notes.moduleFailures = lists.input.definitions.priorities.flatMap { priority in
            lists.input.moduleFailures.filter { $0.module == priority.module }.map { (priority, $0) }
        }
        banners = BannersView(notes)
        qualityPaths = reader == nil ? [folders.dataQuality] : []
        filesPaths = reader == nil ? [folders.dataFiles] : []
        dictionaryPath = DataDictionary.path
        schemaPath = DataDictionary.schemaPath
        func path(_ body: Body, _ name: String) -> String { reader == nil ? "\(folders.folder(body))/\(name)" : name }
        func row(_ body: Body) -> BodyRow {
            let audience = partnership.audience(body.audience)?.title ?? body.audience
            var links: [Link] = []
            if body.kind == .group { links.append(link("Its list", of: body, for: body)) }
            if body.kind == .group || !lists.groups(reportingTo: body).isEmpty {
                let title = body.kind == .group ? "Its measures and areas" : "All priorities"
                links.append(Link(linkTitle: title, linkPath: path(body, FolderNames.overviewName(body)), linkFiles: []))
            }
            for group in lists.groups(copiedTo: body) where group.id != body.id {
                links.append(link(PlainText.line(group.title), of: group, for: body))
            }
            let heading = Heading(
                bodyTitle: PlainText.line(body.title), bodyLink: path(body, FolderNames.indexName))
            return BodyRow(
                bodyHeadings: reader == nil ? [heading] : [], bodyAudience: PlainText.line(audience), links: links)
        }
        func link(_ title: String, of group: Body, for reader: Body) -> Link {
            Link(
                linkTitle: title, linkPath: path(reader, folders.name(.page, of: group, for: reader)),
                linkFiles: lists.files(of: group, for: reader).compactMap { file in
                    file.title.map {
                        LinkFile(fileName: $0, filePath: path(reader, folders.name(file, of: group, for: reader)))
                    }
                })
        }
        func part(_ title: String, _ id: String, _ kind: Body.Kind) -> Part {
            Part(
                partTitle: title, partID: id,
                bodies: partnership.bodies.filter { $0.kind == kind }.map(row).filter { !$0.links.isEmpty })
        }
        if let reader {
            parts = [Part(partTitle: "Lists and pages", partID: "pages", bodies: [row(reader)])]
            return
        }
        parts = [part("Thematic groups", "groups", .group), part("Boards", "boards", .board)].filter { !$0.bodies.isEmpty }
    }
}
