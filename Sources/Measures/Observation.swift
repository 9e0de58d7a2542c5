/// A KPI's value for one area and period, with all that a judgement of it needs.
public struct Observation: Sendable, Hashable {
    public enum State: UInt8, Sendable, Hashable, CaseIterable {
        case reported
        /// Due by the run's as-of date, and not there.
        case missing
        /// The period has not closed, or its due date has not come.
        case notDue
        /// Known to the source, and not given to us.
        case withheld
        /// Before the series begins.
        case beforeHistory
        /// The module that should compute it failed.
        case moduleFailed
        /// The records are in, and there is no value: a share of nothing.
        case noValue
    }

    public var state: State
    /// In the KPI's unit; nil unless reported.
    public var value: Double?
    /// The least and the greatest value that the figure may have had before its source rounded it; both equal
    /// `value` for an exact figure.
    public var bounds: Bounds?
    /// For a ratio, its upper part: a count, or a sum.
    public var numerator: Double?
    /// For a ratio, its lower part.
    public var denominator: Double?
    /// The date or edition of the denominator, where it is of another time than the numerator: `mid-2022`.
    public var denominatorVintage: String?
    /// The events behind the value, from which chance is judged; nil where the source gave none.
    public var count: Double?
    /// For a weighted index, the sum of squared weights over its events.
    public var sumOfSquaredWeights: Double?
    /// How many of the sources expected for the period are in.
    public var sources: Sources?
    /// Whether the source may still revise it.
    public var provisional: Bool
    /// Whether any record behind it was made by the sample generator.
    public var made: Bool

    public struct Bounds: Sendable, Hashable {
        public var low: Double
        public var high: Double
        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    public struct Sources: Sendable, Hashable {
        public var received: Int
        public var expected: Int
        public init(received: Int, expected: Int) {
            self.received = received
            self.expected = expected
        }
    }

    /// A reported value.
    public init(
        value: Double, bounds: Bounds? = nil, numerator: Double? = nil, denominator: Double? = nil,
        denominatorVintage: String? = nil, count: Double? = nil, sumOfSquaredWeights: Double? = nil,
        sources: Sources? = nil, provisional: Bool = false, made: Bool = false
    ) {
        state = .reported
        self.value = value
        self.bounds = bounds
        self.numerator = numerator
        self.denominator = denominator
        self.denominatorVintage = denominatorVintage
        self.count = count
        self.sumOfSquaredWeights = sumOfSquaredWeights
        self.sources = sources
        self.provisional = provisional
        self.made = made
    }

    /// No value, and why.
    public init(absent state: State, sources: Sources? = nil) {
        self.state = state
        self.sources = sources
        provisional = false
        made = false
    }
}
