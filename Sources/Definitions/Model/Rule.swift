public import Diagnostics
public import Measures
public import RuleLanguage

/// A condition on KPIs, with guards, severity, recovery and the groups it goes to.
public struct Rule: Sendable {
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        case low, medium, high, critical

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What data that are due and absent do.
    public enum MissingPolicy: String, Sendable, Hashable, CaseIterable {
        /// The alert stays as it is.
        case hold
        /// The alert fires: for rules where a late return is itself the matter.
        case alert
    }

    public var id: String
    public var title: String
    public var owner: String?
    public var review: CalendarDate?
    public var severity: Severity
    public var grain: Grain
    public var levels: [AreaLevel]
    /// The areas that it judges; nil for all of its levels.
    public var areas: [AreaCode]?
    /// How many successive periods the condition must hold before the alert fires.
    public var forPeriods: Int
    public var missing: MissingPolicy
    public var respond: String?
    public var theme: String?
    public var source: String?
    /// Why the rule does without a guard, where it does.
    public var unguarded: String?
    /// The thematic groups to which it goes, by id.
    public var groups: [String]
    public var priority: String
    public var program: RuleProgram
    public var span: SourceSpan
    public var places: Places

    /// Where the rule's texts stand.
    public struct Places: Sendable {
        public var when: SourceSpan
        public var given: [SourceSpan]
        public var clear: SourceSpan?
        public var message: SourceSpan
    }
}
