import Definitions

/// The pages of some boards alone, without the groups' lists: each board's page, and those of the measures and areas that it leads to.
public struct BoardReport: Sendable {
    /// In a stable order, each path once.
    public let pages: [Page]
    /// The paths of the boards' own pages, in the order of the definitions.
    public let first: [String]
    /// Of the boards.
    private let folders: [String]

    /// Whether a path lies in the folder of one of the boards.
    public func covers(_ path: String) -> Bool { folders.contains { path.hasPrefix("\($0)/") } }

    /// - Parameter boards: by id; one that the definitions do not name, or that no group reports to, has no page.
    /// - Throws: `TemplateError` where a template that comes with Beacon cannot be read.
    public init(_ input: ReportInput, of boards: [String]) throws(TemplateError) {
        let maker = ListMaker(input)
        let bodies = input.definitions.partnership.bodies
        let folders = FolderNames(bodies)
        let chosen = bodies.filter { boards.contains($0.id) }
        let pages = ReportPages(boards: chosen, maker, folders, try PageTemplates()).pages
        self.pages = pages
        self.folders = chosen.map(folders.folder)
        first = chosen.map(folders.overview).filter { path in pages.contains { $0.path == path } }
    }
}
