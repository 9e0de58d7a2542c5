/// A change of a process that a person has set, with the reason: from it on the chart has limits of its own.
public struct ProcessStep: Hashable, Sendable {
    /// The place of the first value after the change.
    public let start: Int
    public let reason: String

    public init(start: Int, reason: String) {
        self.start = start
        self.reason = reason
    }
}

/// An XmR chart with the steps that persons have set. Limits never move otherwise, and no run goes across a step.
///
/// Here a point is part of the limits that it is judged by, as in every published chart of *Making Data Count*. Rules that
/// alert have their limits from the points before (`RuleLanguage`).
///
/// Source: NHSRplotthedots, `ptd_rebase` and `fix_after_n_points`.
public struct SteppedXmRChart: Hashable, Sendable {
    /// The values from one step to the next.
    public struct Segment: Hashable, Sendable {
        public let range: Range<Int>
        /// Why it begins; nil for the first.
        public let reason: String?
        /// Or why there are none.
        public let limits: Result<XmRLimits, StatisticsError>
    }

    public let segments: [Segment]
    /// As ``XmRChart/completed``; a segment without limits shows trends alone.
    public let completed: [XmRSignals]
    /// As ``XmRChart/shown``.
    public let shown: [XmRSignals]

    /// - Parameters:
    ///   - values: In order of time; nil where one is missing.
    ///   - steps: In order of time, each within the values and after the first, with a reason in words.
    ///   - basis: How many values from the start of each segment make its limits; nil for all.
    /// - Throws: ``StatisticsError/settingOutOfRange(_:)`` for steps out of order or without a reason and a basis under 2;
    ///   ``StatisticsError/notFinite`` for a value that is not finite.
    public init(
        _ values: [Double?], steps: [ProcessStep] = [], screening: MovingRangeScreening = .once, basis: Int? = nil,
        rules: XmRRules = XmRRules()
    ) throws(StatisticsError) {
        if let basis, basis < 2 { throw .settingOutOfRange("basis") }
        for case let value? in values where !value.isFinite { throw .notFinite }
        var starts = [0]
        var reasons: [String?] = [nil]
        for step in steps {
            guard let last = starts.last, step.start > last, step.start < values.count,
                step.reason.contains(where: { !$0.isWhitespace })
            else { throw .settingOutOfRange("steps") }
            starts.append(step.start)
            reasons.append(step.reason)
        }
        var segments: [Segment] = []
        var completed: [XmRSignals] = []
        var shown: [XmRSignals] = []
        for (place, start) in starts.enumerated() {
            let range = start..<(place + 1 < starts.count ? starts[place + 1] : values.count)
            let part = Array(values[range])
            let limits = Result { () throws(StatisticsError) in
                try XmRLimits(of: Array(part.prefix(basis ?? part.count)), screening: screening)
            }
            segments.append(Segment(range: range, reason: reasons[place], limits: limits))
            switch limits {
            case .success(let limits):
                let chart = XmRChart(part, limits: limits, rules: rules)
                completed += chart.completed
                shown += chart.shown
            case .failure:
                let trend = XmRChart.trend(part, length: rules.trend.rawValue)
                completed += trend.map(XmRSignals.init(trend:))
                shown += XmRChart.backFilled(trend, length: rules.trend.rawValue).map(XmRSignals.init(trend:))
            }
        }
        self.segments = segments
        self.completed = completed
        self.shown = shown
    }
}

extension XmRSignals {
    init(trend: Direction?) {
        self.init(outsideLimits: nil, shift: nil, trend: trend, twoOfThree: nil)
    }
}
