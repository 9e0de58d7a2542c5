public import Diagnostics
public import Measures
public import RuleLanguage

/// A condition on KPIs, with guards, severity, recovery and the groups it goes to.
///
/// A class, since ten thousand of them are handed from stage to stage and nothing of one ever changes.
public final class Rule: Sendable {
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

    public let id: String
    public let title: String
    public let owner: String?
    public let review: CalendarDate?
    public let severity: Severity
    public let grain: Grain
    public let levels: [AreaLevel]
    /// The areas that it judges; nil for all of its levels.
    public let areas: [AreaCode]?
    /// How many successive periods the condition must hold before the alert fires.
    public let forPeriods: Int
    /// In how many successive periods the recovery condition must be met before the alert resolves.
    public let keepPeriods: Int
    public let missing: MissingPolicy
    /// The rules whose alerts for areas within an area are told under this rule's alert for it.
    public let folds: [Fold]
    public let respond: String?
    public let theme: String?
    public let source: String?
    /// Why the rule does without a guard, where it does.
    public let unguarded: String?
    /// The thematic groups to which it goes, by id.
    public let groups: [String]
    public let priority: String
    public let program: RuleProgram
    public let span: SourceSpan
    public let places: Places

    init(
        id: String, title: String, owner: String?, review: CalendarDate?, severity: Severity, grain: Grain,
        levels: [AreaLevel], areas: [AreaCode]?, forPeriods: Int, keepPeriods: Int = 1, missing: MissingPolicy,
        folds: [Fold] = [], respond: String?, theme: String?, source: String?, unguarded: String?, groups: [String], priority: String, program: RuleProgram, span: SourceSpan,
        places: Places
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.review = review
        self.severity = severity
        self.grain = grain
        self.levels = levels
        self.areas = areas
        self.forPeriods = forPeriods
        self.keepPeriods = keepPeriods
        self.missing = missing
        self.folds = folds
        self.respond = respond
        self.theme = theme
        self.source = source
        self.unguarded = unguarded
        self.groups = groups
        self.priority = priority
        self.program = program
        self.span = span
        self.places = places
    }

    /// A rule whose alerts are folded, and where that is said.
    public struct Fold: Sendable, Hashable {
        /// By id.
        public var rule: String
        public var span: SourceSpan

        public init(rule: String, span: SourceSpan) {
            self.rule = rule
            self.span = span
        }
    }

    /// Where the rule's texts stand.
    public struct Places: Sendable {
        public var when: SourceSpan
        public var given: [SourceSpan]
        public var clear: SourceSpan?
        public var message: SourceSpan

        /// The place of one of the texts.
        public func span(of part: RulePart) -> SourceSpan {
            switch part {
            case .when: when
            case .given(let place): given.indices.contains(place) ? given[place] : when
            case .clear: clear ?? when
            case .message: message
            }
        }
    }
}
