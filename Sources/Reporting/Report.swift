import Definitions

/// Everything that a run puts out for readers, from one input.
///
/// - `index.html`: links to all of it, without a figure; `<body>/index.html`: the same of a body's folder, which is all that its readers are to get.
/// - `data-quality.csv`: the files and records of all datasets that could not be used.
/// - `files.csv`: every data file, with what became of its records.
/// - `data-dictionary.csv`: what every column of every CSV file means; `breaches.schema.json`: the shape of the lists as JSON.
/// - `<group>/breaches.html`, `.csv`, `.json`: a thematic group's list, in the form its audience may see.
/// - `<group>/measures.csv`: how the measures of the priorities that it leads stand, where any has a status rule.
/// - `<group>/completeness.csv`: what is in of the datasets behind the list, edition by edition, where any comes by the period.
/// - `<group>/restatements.csv`: the figures that earlier lists told otherwise, where there are any.
/// - `<body>/<group>-breaches.html`, `.csv`, `.json`: the copy for each body that the group reports to, in the form that
///   body's audience may see.
/// - `<board>/board.html`: one page over all groups that report to the board, directly or through another.
public struct Report: Sendable {
    /// In a stable order, each path once.
    public let pages: [Page]
    /// What each body that reads lists is told at once, in the order of the definitions, by the routes of the as-of date; `isNews` says
    /// whether there is anything to tell.
    public let notices: [GroupNotice]
    /// For the person who runs Beacon: true figures of every group.
    public let summary: RunSummary

    /// - Throws: `TemplateError` where a template that comes with Beacon cannot be read.
    public init(_ input: ReportInput) throws(TemplateError) {
        let lists = ListMaker(input)
        let folders = FolderNames(input.definitions.partnership.bodies)
        let templates = try PageTemplates()
        pages = ReportPages(lists: lists, folders: folders, templates).pages
        notices = input.definitions.partnership.bodies.flatMap { reader in
            ReaderNotices(for: reader, lists, folders, templates).notices
        }
        summary = RunSummary(lists)
    }
}
