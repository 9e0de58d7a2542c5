import Definitions

/// The pages of some boards alone, without the groups' lists: each board's page, and those of the measures and areas that it leads to.
public struct BoardReport: Sendable {
    /// In a stable order, each path once.
    public let pages: [Page]
    /// The paths of the boards' own pages, in the order of the definitions.
    public let first: [String]

    /// - Parameter boards: by id; one that the definitions do not name, or that no group reports to, has no page.
    /// - Throws: `TemplateError` where a template that comes with Beacon cannot be read.
    public init(_ input: ReportInput, of boards: [String]) throws(TemplateError) {
        let maker = ListMaker(input)
        let bodies = input.definitions.partnership.bodies
        let folders = FolderNames(bodies)
        let chosen = bodies.filter { boards.contains($0.id) }
        let pages = ReportPages(boards: chosen, maker, folders, try PageTemplates()).pages
        self.pages = pages
        first = chosen.map(folders.overview).filter { path in pages.contains { $0.path == path } }
    }
}
