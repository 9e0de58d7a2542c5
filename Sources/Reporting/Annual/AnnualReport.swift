public import Alerting
public import Definitions
public import Measures

/// What is known of a financial year besides the figures and alerts.
public struct AnnualInput: Sendable {
    /// The financial year that is told.
    public var year: Period
    /// All that people said of alerts, oldest first.
    public var marks: [AlertMark]
    /// The as-of dates of the runs in the year that found other definitions than the run before.
    public var editedOn: [CalendarDate]
    /// What these runs found otherwise of KPIs and rules, in the order in which they found it.
    public var edits: [DefinitionEdit]
    /// The as-of date of the first run of which it is known what KPIs and rules said; nil where it is of none.
    public var textsKnownSince: CalendarDate?
    /// Figures of the whole area, of the year and the one before, that are told otherwise than when they were first told: the first figure,
    /// the present one, and the day of the first.
    public var restatements: [Restatement]

    /// - Precondition: the year is a financial year.
    public init(
        year: Period, marks: [AlertMark], editedOn: [CalendarDate], edits: [DefinitionEdit] = [],
        textsKnownSince: CalendarDate? = nil, restatements: [Restatement] = []
    ) {
        precondition(year.grain == .financialYear, "an annual report tells of a financial year")
        self.year = year
        self.marks = marks
        self.editedOn = editedOn
        self.edits = edits
        self.textsKnownSince = textsKnownSince
        self.restatements = restatements
    }
}

/// The report on a financial year for each reader: by priority and theme its figures, charts and targets, the alerts that stood in it and
/// how they were answered, and what changed in the definitions.
///
/// - `<body>/annual-2023-24.html`: the report, made to be read on paper as well.
/// - `<body>/annual-2023-24.csv`: its figures.
public struct AnnualReport: Sendable {
    /// In a stable order, each path once.
    public let pages: [Page]
    /// The paths of the reports themselves, in the order of the definitions.
    public let first: [String]
    /// Of the readers.
    private let folders: [String]
    /// Of the year's files, without their endings.
    private let name: String

    /// Whether a path lies in the folder of one of the readers.
    public func covers(_ path: String) -> Bool { folders.contains { path.hasPrefix("\($0)/") } }

    /// Whether a path is of a report on the same year, for whomever.
    public func isOfYear(_ path: String) -> Bool { path.contains("/\(name).") }

    /// - Parameters:
    ///   - input: figures and alerts as now known. What lies after the year is not told, save for what was done in answer to its alerts.
    ///   - readers: bodies, by id; one that reads of no group has no report.
    /// - Throws: `TemplateError` where a template that comes with Beacon cannot be read.
    public init(_ input: ReportInput, _ annual: AnnualInput, for readers: [String]) throws(TemplateError) {
        let maker = ListMaker(input)
        let bodies = input.definitions.partnership.bodies
        let folders = FolderNames(bodies)
        let templates = try PageTemplates()
        let courses = maker.courses
        let name = "annual-\(annual.year.description.replacing("/", with: "-"))"
        var pages: [Page] = []
        var first: [String] = []
        for body in bodies where readers.contains(body.id) {
            guard let reader = Reader(body, maker) else { continue }
            let readings = SightReadings(courses, reader.sight)
            let priorities = reader.parts.map { AnnualPriority($0, for: reader, annual, readings, maker) }
            let view = AnnualView(priorities, for: reader, annual, maker)
            let path = "\(folders.folder(body))/\(name)"
            pages.append(Page(path: "\(path).html", text: templates.render(view, with: .annual)))
            pages.append(Page(path: "\(path).csv", text: AnnualCSV.text(priorities, for: body, annual, asOf: input.asOf)))
            first.append("\(path).html")
        }
        self.pages = pages
        self.folders = bodies.filter { readers.contains($0.id) }.map(folders.folder)
        self.name = name
        self.first = first
    }
}
