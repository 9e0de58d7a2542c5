import Definitions
import Measures

/// The page that links to all others, as the template `index` shows it. It holds no figure: what a reader may see is a matter
/// of the folders' access.
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
        var bodyTitle: String
        var bodyAudience: String
        var links: [Link]
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
    var parts: [Part]
    /// What is wrong with any data file of the run.
    var qualityPath: String
    /// What became of each of them.
    var filesPath: String
    var dictionaryPath: String
    var schemaPath: String

    init(_ lists: ListMaker, folders: FolderNames) {
        let partnership = lists.input.definitions.partnership
        pageTitle = PlainText.line(partnership.name)
        pageSubtitle = "Alerts as of \(lists.input.asOf.title)"
        self.partnership = "Beacon"
        var notes = ListNotes()
        notes.holdsMadeRecords = lists.input.holdsMadeRecords
        notes.moduleFailures = lists.input.definitions.priorities.flatMap { priority in
            lists.input.moduleFailures.filter { $0.module == priority.module }.map { (priority, $0) }
        }
        banners = BannersView(notes)
        qualityPath = folders.dataQuality
        filesPath = folders.dataFiles
        dictionaryPath = DataDictionary.path
        schemaPath = DataDictionary.schemaPath
        func row(_ body: Body) -> BodyRow {
            let audience = partnership.audience(body.audience)?.title ?? body.audience
            var links: [Link] = []
            if body.kind == .group { links.append(link("Its list", of: body, for: body)) }
            if body.kind == .group || !lists.groups(reportingTo: body).isEmpty {
                let title = body.kind == .group ? "Its measures and areas" : "All priorities"
                links.append(Link(linkTitle: title, linkPath: folders.overview(body), linkFiles: []))
            }
            for group in lists.groups(copiedTo: body) where group.id != body.id {
                links.append(link(PlainText.line(group.title), of: group, for: body))
            }
            return BodyRow(bodyTitle: PlainText.line(body.title), bodyAudience: PlainText.line(audience), links: links)
        }
        func link(_ title: String, of group: Body, for reader: Body) -> Link {
            Link(
                linkTitle: title, linkPath: folders.path(.page, of: group, for: reader),
                linkFiles: lists.files(of: group, for: reader).compactMap { file in
                    file.title.map { LinkFile(fileName: $0, filePath: folders.path(file, of: group, for: reader)) }
                })
        }
        func part(_ title: String, _ id: String, _ kind: Body.Kind) -> Part {
            Part(
                partTitle: title, partID: id,
                bodies: partnership.bodies.filter { $0.kind == kind }.map(row).filter { !$0.links.isEmpty })
        }
        parts = [part("Thematic groups", "groups", .group), part("Boards", "boards", .board)].filter { !$0.bodies.isEmpty }
    }
}
