/// The signs of special cause that one point of an XmR chart shows, each with its direction, or none.
public struct XmRSignals: Hashable, Sendable {
    public var outsideLimits: Direction?
    /// Seven successive values on one side of the mean.
    public var shift: Direction?
    /// Seven successive values (or six, see ``XmRRules``) that rise or that fall.
    public var trend: Direction?
    /// Two of three successive values beyond a near limit, all on one side of the mean.
    public var twoOfThree: Direction?

    public init(outsideLimits: Direction?, shift: Direction?, trend: Direction?, twoOfThree: Direction?) {
        self.outsideLimits = outsideLimits
        self.shift = shift
        self.trend = trend
        self.twoOfThree = twoOfThree
    }

    public var isSpecialCause: Bool {
        outsideLimits != nil || shift != nil || trend != nil || twoOfThree != nil
    }
}

/// A series judged by the four rules of NHS *Making Data Count*.
///
/// For values that share no events: neighbouring rolling totals do, and show false signals in nine of ten unchanged series.
public struct XmRChart: Hashable, Sendable {
    public let limits: XmRLimits
    /// What each point showed when it was the newest: a run is marked at its last point. For judging a period.
    public let completed: [XmRSignals]
    /// What each point is a part of, runs marked over all their points. For drawing.
    public let shown: [XmRSignals]

    /// - Parameter values: In order of time; nil where one is missing, which breaks every run. NaN counts as missing.
    public init(_ values: [Double?], limits: XmRLimits, rules: XmRRules = XmRRules()) {
        self.limits = limits
        (completed, shown) = Self.signals(values, limits, rules)
    }
}
