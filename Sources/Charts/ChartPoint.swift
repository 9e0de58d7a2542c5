public import Measures

/// A period on a chart: its figure, or why there is none.
public struct ChartPoint: Sendable, Hashable {
    /// The period, short: it stands under the axis.
    public var label: String
    public var reading: Reading
    /// What the figure was expected to be, in the chart's unit.
    public var target: Double?
    /// The worst figure that the target tolerates, in the chart's unit.
    public var tolerated: Double?

    public enum Reading: Sendable, Hashable {
        case figure(ChartFigure)
        /// No figure, and why in a word or two: `missing`, `withheld`, `not due`.
        case absent(because: String)
    }

    public init(_ label: String, _ reading: Reading, target: Double? = nil, tolerated: Double? = nil) {
        self.label = label
        self.reading = reading
        self.target = target
        self.tolerated = tolerated
    }

    /// A plain figure.
    public init(_ label: String, value: Double, target: Double? = nil) {
        self.init(label, .figure(ChartFigure(value)), target: target)
    }
}

/// A figure to draw, with what its mark must show.
public struct ChartFigure: Sendable, Hashable {
    /// In the chart's unit. A change of `infinity` is a change from zero, drawn at the upper edge.
    public var value: Double
    /// The range that rounding at the source left open; drawn where its ends differ.
    public var bounds: Observation.Bounds?
    /// May still be revised: drawn hollow.
    public var provisional: Bool
    /// An alert stands on it: drawn as a diamond.
    public var alerting: Bool
    /// What it shows against process limits; takes the place of the alert's mark.
    public var special: SpecialCause?
    /// Of an exceptional period, and so no part of process limits: drawn as an upright cross.
    public var exceptional: Bool

    public init(
        _ value: Double, bounds: Observation.Bounds? = nil, provisional: Bool = false, alerting: Bool = false,
        special: SpecialCause? = nil, exceptional: Bool = false
    ) {
        self.value = value
        self.bounds = bounds
        self.provisional = provisional
        self.alerting = alerting
        self.special = special
        self.exceptional = exceptional
    }
}

/// A value to hold figures against: a threshold, a target or a benchmark.
public struct ReferenceValue: Sendable, Hashable {
    /// Two or three words; the chart writes the value behind them.
    public var label: String
    /// In the chart's unit.
    public var value: Double

    public init(_ label: String, _ value: Double) {
        self.label = label
        self.value = value
    }
}
