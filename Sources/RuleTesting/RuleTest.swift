public import Alerting
public import Diagnostics
public import Measures
public import RuleLanguage

/// A rule test as its file states it: figures, and what the rules are to say of them.
public struct RuleTest: Sendable {
    public var name: String
    public var span: SourceSpan
    /// The first period of every series; its grain is that of every rule that the test expects something of.
    public var first: Period
    /// In the order of their dates; most tests have one.
    public var nights: [Night]

    /// A night on which a run stands: what is known by then, and what is expected of it.
    public struct Night: Sendable {
        /// Nil where everything given is closed and due.
        public var asOf: CalendarDate?
        /// Every series known on the night, the restated in their last form.
        public var series: [Series]
        public var expectations: [Expectation]
    }

    /// The figures of one KPI in one area.
    public struct Series: Sendable, Hashable {
        public var kpi: String
        public var level: AreaLevel
        public var area: AreaCode
        /// From the test's first period on.
        public var figures: [Observation]
    }

    /// What one rule is to say of one area and period. What isn't stated is not compared.
    public struct Expectation: Sendable {
        public var rule: String
        public var level: AreaLevel
        public var area: AreaCode
        public var period: Period
        public var verdict: Verdict?
        public var alert: AlertState?
        /// Words that the message holds.
        public var message: String?
        public var span: SourceSpan
    }
}
