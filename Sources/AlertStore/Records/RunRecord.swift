public import Alerting
public import Definitions
public import Foundation
public import Measures

/// All that a run adds to the memory, in one piece.
public struct RunRecord: Sendable {
    public var asOf: CalendarDate
    public var started: Date
    /// When the work before the commit ended.
    public var finished: Date
    /// Figures for the run's summary, by name.
    public var counts: [String: Int]
    /// Of Beacon, the engine and the modules, by name.
    public var versions: [String: String]
    /// Tells data files apart: equal where all that was read is equal.
    public var inputFingerprint: String
    /// Tells definitions apart.
    public var definitionsFingerprint: String
    /// Every block that the run computed, whole; the store finds out what is new in them.
    public var figures: FigureDigests
    /// Every rule that the run judged: a rule that is not told is held to be gone.
    public var verdicts: [VerdictColumn]
    /// Oldest first.
    public var transitions: [Transition]
    /// How the rules and areas that were judged are called.
    public var rules: [ToldRule]
    public var areas: [ToldArea]
    /// What every KPI and rule says: one that is not told is held to be gone. Nil where all is as the run before found it.
    public var texts: [DefinitionText]?
    public var notices: [OutgoingNotice]
    /// The rules that the run found under another id than on earlier dates.
    public var renamings: [RecordedRenaming]

    public init(
        asOf: CalendarDate, started: Date, finished: Date, counts: [String: Int] = [:], versions: [String: String] = [:],
        inputFingerprint: String, definitionsFingerprint: String, figures: FigureDigests,
        verdicts: [VerdictColumn] = [], transitions: [Transition] = [], rules: [ToldRule] = [], areas: [ToldArea] = [],
        texts: [DefinitionText]? = nil, notices: [OutgoingNotice] = [], renamings: [RecordedRenaming] = []
    ) {
        self.asOf = asOf
        self.started = started
        self.finished = finished
        self.counts = counts
        self.versions = versions
        self.inputFingerprint = inputFingerprint
        self.definitionsFingerprint = definitionsFingerprint
        self.figures = figures
        self.verdicts = verdicts
        self.transitions = transitions
        self.rules = rules
        self.areas = areas
        self.texts = texts
        self.notices = notices
        self.renamings = renamings
    }
}

/// A notice, and the routes by which it is to go out.
public struct OutgoingNotice: Sendable, Hashable {
    public var notice: Notice
    /// By name, as the outbox keeps them.
    public var routes: [String]
    /// The thematic group of whose list it tells, by id.
    public var list: String
    /// What it tells besides alerts, which is not told again under the date.
    public var lines: [String]

    /// - Parameter list: the notice's own group where it is nil.
    public init(_ notice: Notice, by routes: [String], ofListOf list: String? = nil, lines: [String] = []) {
        self.notice = notice
        self.routes = routes
        self.list = list ?? notice.group
        self.lines = lines
    }
}
