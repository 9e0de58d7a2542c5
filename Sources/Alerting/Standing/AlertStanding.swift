public import Definitions
public import Measures
public import RuleLanguage

/// Where one rule stands for one area on the night of a run: what a breach list says of it.
public struct AlertStanding: Sendable {
    /// The section of the list.
    public enum Section: String, Sendable, Hashable, CaseIterable {
        case new, worse, continuing, recovered
        /// Restated data undid it: it would not have fired.
        case withdrawn
        /// Nobody judges it any more: told in notices alone.
        case closed
        case withinChance = "within chance"
        case notAssessed = "not assessed"
        /// Did not fire: not on the list, and explainable all the same.
        case quiet

        /// Whether it tells of an alert that stands open.
        public var isOpen: Bool { self == .new || self == .worse || self == .continuing }
    }

    public var rule: Rule
    public var area: AreaCode
    public var level: AreaLevel
    public var state: AlertState
    public var section: Section
    /// The period that is judged: the latest whose figures are due.
    public var period: Period
    public var verdict: Verdict
    /// The period in which the alert began to fire.
    public var since: Period?
    /// The as-of date of the run that first told of the alert as it stands; nil where none is open.
    public var opened: CalendarDate?
    /// The as-of date since which an open alert stood by an earlier meaning of its rule, until this one opened; nil where it did not.
    public var openedBeforeEdit: CalendarDate?
    /// How its last alert ended by the record: resolved, withdrawn or closed; nil where one is open, or none ever was.
    public var ending: AlertState?
    /// Whether an open alert stands only because figures are due and not in.
    public var restsOnAbsence: Bool
    public var isProvisional: Bool
    public var message: String
    /// Those of whose figures the message tells.
    public var periodsTold: [Period]
    public var history: AlertHistory
    /// The as-of date of the run before, on an earlier date; nil where there is none.
    public var previous: CalendarDate?

    public init(
        rule: Rule, area: AreaCode, level: AreaLevel, state: AlertState, section: Section, period: Period, verdict: Verdict,
        since: Period?, opened: CalendarDate? = nil, openedBeforeEdit: CalendarDate? = nil,
        ending: AlertState? = nil, restsOnAbsence: Bool = false, isProvisional: Bool, message: String, periodsTold: [Period],
        history: AlertHistory, previous: CalendarDate? = nil
    ) {
        self.rule = rule
        self.area = area
        self.level = level
        self.state = state
        self.section = section
        self.period = period
        self.verdict = verdict
        self.since = since
        self.opened = opened
        self.openedBeforeEdit = openedBeforeEdit
        self.ending = ending
        self.restsOnAbsence = restsOnAbsence
        self.isProvisional = isProvisional
        self.message = message
        self.periodsTold = periodsTold
        self.history = history
        self.previous = previous
    }
}
