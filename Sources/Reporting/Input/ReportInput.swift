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
    public var asOf: CalendarDate
    public var dataNotes: [DataNote]
    /// The same with as many records named one by one as are known; those of `dataNotes` where it is nil.
    public var dataRecords: [DataNote]?
    public var moduleFailures: [FailedModule]
    public var consistencyNotes: [ConsistencyNote]
    public var kpiNotes: [KPINote]
    /// Whether any record of the run was made by the sample generator.
    public var holdsMadeRecords: Bool

    public init(
        definitions: Definitions, standings: [AlertStanding], evaluations: [RuleEvaluation],
        statuses: [KPIStatus] = [], asOf: CalendarDate, dataNotes: [DataNote] = [], dataRecords: [DataNote]? = nil,
        moduleFailures: [FailedModule] = [],
        consistencyNotes: [ConsistencyNote] = [],
        kpiNotes: [KPINote] = [], holdsMadeRecords: Bool = false
    ) {
        self.definitions = definitions
        self.standings = standings
        self.evaluations = evaluations
        self.statuses = statuses
        self.asOf = asOf
        self.dataNotes = dataNotes
        self.dataRecords = dataRecords
        self.moduleFailures = moduleFailures
        self.consistencyNotes = consistencyNotes
        self.kpiNotes = kpiNotes
        self.holdsMadeRecords = holdsMadeRecords
    }
}
