public import Alerting
public import Definitions
public import Measures

/// All that a run's pages are made of. The same input makes the same bytes.
public struct ReportInput: Sendable {
    public var definitions: Definitions
    public var standings: [AlertStanding]
    /// The evaluations from which the standings come: charts, disclosure and values are read from them.
    public var evaluations: [RuleEvaluation]
    /// How each KPI with a status rule stands.
    public var statuses: [KPIStatus]
    /// The figures of the run, of all levels and grains: what an audience may see of one is told by all of them.
    public var observations: ObservationSet
    public var asOf: CalendarDate
    public var dataNotes: [DataNote]
    /// The same with as many records named one by one as are known; those of `dataNotes` where it is nil.
    public var dataRecords: [DataNote]?
    /// Every data file of every dataset, in the order of the datasets and of the paths.
    public var dataFiles: [DataFile]
    public var moduleFailures: [FailedModule]
    public var consistencyNotes: [ConsistencyNote]
    public var kpiNotes: [KPINote]
    /// Figures that runs on earlier dates told otherwise.
    public var restatements: [Restatement]
    /// The verdicts on past periods that are otherwise for it.
    public var rejudged: [RejudgedVerdict]
    /// Whether the definitions were edited since the runs on earlier dates, so that a figure may be otherwise for that.
    public var definitionsWereEdited: Bool
    /// What is in of the datasets that come by the period, in the order of the definitions.
    public var editions: [DatasetEditions]
    /// What people said of alerts.
    public var marks: AlertMarks
    /// What readers know by the notices of earlier runs.
    public var told: ToldNotices
    /// Alerts that were open on an earlier date and that nobody judges any more.
    public var closed: [NamedClosing]
    /// What became of alerts and figures since the days that pages tell of, each day once.
    public var changes: [ChangesSince]
    /// The day since which every page tells what changed; nil where each body's last meeting decides.
    public var since: CalendarDate?
    /// Whether any record of the run was made by the sample generator.
    public var holdsMadeRecords: Bool

    public init(
        definitions: Definitions, standings: [AlertStanding], evaluations: [RuleEvaluation],
        statuses: [KPIStatus] = [], observations: ObservationSet, asOf: CalendarDate, dataNotes: [DataNote] = [], dataRecords: [DataNote]? = nil,
        dataFiles: [DataFile] = [], moduleFailures: [FailedModule] = [],
        consistencyNotes: [ConsistencyNote] = [],
        kpiNotes: [KPINote] = [], restatements: [Restatement] = [], rejudged: [RejudgedVerdict] = [],
        definitionsWereEdited: Bool = false, editions: [DatasetEditions] = [], marks: AlertMarks? = nil,
        told: ToldNotices = ToldNotices(), closed: [NamedClosing] = [],
        changes: [ChangesSince] = [], since: CalendarDate? = nil, holdsMadeRecords: Bool = false
    ) {
        self.definitions = definitions
        self.standings = standings
        self.evaluations = evaluations
        self.statuses = statuses
        self.observations = observations
        self.asOf = asOf
        self.dataNotes = dataNotes
        self.dataRecords = dataRecords
        self.dataFiles = dataFiles
        self.moduleFailures = moduleFailures
        self.consistencyNotes = consistencyNotes
        self.kpiNotes = kpiNotes
        self.restatements = restatements
        self.rejudged = rejudged
        self.definitionsWereEdited = definitionsWereEdited
        self.editions = editions
        self.marks = marks ?? AlertMarks(asOf: asOf)
        self.told = told
        self.closed = closed
        self.changes = changes
        self.since = since
        self.holdsMadeRecords = holdsMadeRecords
    }

    /// The day since which a body's pages tell what changed.
    public func since(for body: Body) -> CalendarDate { since ?? body.lastMet(before: asOf) }
}
