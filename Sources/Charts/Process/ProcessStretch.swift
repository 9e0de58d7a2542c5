/// The periods that have one mean and one pair of process limits.
public struct ProcessStretch: Sendable, Hashable {
    /// Places among the chart's points.
    public var range: Range<Int>
    /// In the chart's unit, as the limits.
    public var mean: Double
    /// Nil where the figure can't be so low.
    public var lower: Double?
    /// Nil where the figure can't be so high.
    public var upper: Double?
    /// From fewer than 13 figures: drawn dashed, and told.
    public var isTrial: Bool

    public init(range: Range<Int>, mean: Double, lower: Double?, upper: Double?, isTrial: Bool) {
        self.range = range
        self.mean = mean
        self.lower = lower
        self.upper = upper
        self.isTrial = isTrial
    }

    var values: [Double] { [mean] + [upper, lower].compactMap { $0 } }

    /// Whether the whole stretch has a place on a chart.
    func isDrawn(among points: Int) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= points && !range.isEmpty && values.allSatisfy(ValueAxis.holds)
    }
}

/// A change that a person has set, from which on the limits are others.
public struct LimitStep: Sendable, Hashable {
    /// The place of the first point after it.
    public var point: Int
    public var reason: String

    public init(point: Int, reason: String) {
        self.point = point
        self.reason = reason
    }
}

/// What makes a trend chart an XmR chart.
public struct ProcessLines: Sendable, Hashable {
    public var stretches: [ProcessStretch]
    public var steps: [LimitStep]
    /// Why there are no limits, or what the reader must know of them; under the chart.
    public var notes: [String]

    public init(stretches: [ProcessStretch] = [], steps: [LimitStep] = [], notes: [String] = []) {
        self.stretches = stretches
        self.steps = steps
        self.notes = notes
    }

    /// Nothing but the figures.
    public static let none = ProcessLines()
}
