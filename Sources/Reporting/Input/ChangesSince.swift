public import Alerting
public import Definitions
public import Measures

/// What became of alerts and figures since a day, such as a board's last meeting; true figures of all groups.
public struct ChangesSince: Sendable {
    /// How things stood on the day.
    public struct Earlier: Sendable {
        /// The as-of date of the last run on or before the day.
        public var asOf: CalendarDate
        /// Of the whole and of every area that has a page.
        public var statuses: [KPIStatus]
        /// Of the whole, on the grains on which KPIs are told first; and what the rules of alerts that are withdrawn read.
        public var observations: ObservationSet

        public init(asOf: CalendarDate, statuses: [KPIStatus], observations: ObservationSet) {
            self.asOf = asOf
            self.statuses = statuses
            self.observations = observations
        }
    }

    /// A rule that the definitions no longer have, as it was last called.
    public struct FormerRule: Sendable, Hashable {
        public var title: String
        public var severity: Rule.Severity
        /// The thematic groups to which it went, by id.
        public var groups: [String]

        public init(title: String, severity: Rule.Severity, groups: [String]) {
            self.title = title
            self.severity = severity
            self.groups = groups
        }
    }

    public var since: CalendarDate
    public var alerts: [AlertChange]
    /// Nil where no run is stored of that day or before, or what was known then is kept no more.
    public var earlier: Earlier?
    /// By id, of rules that an alert tells of and that are gone.
    public var formerRules: [String: FormerRule]

    public init(
        since: CalendarDate, alerts: [AlertChange], earlier: Earlier?, formerRules: [String: FormerRule] = [:]
    ) {
        self.since = since
        self.alerts = alerts
        self.earlier = earlier
        self.formerRules = formerRules
    }
}
