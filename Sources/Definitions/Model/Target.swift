public import Measures

/// What a KPI is held against: a value, or a path to one.
public struct Target: Sendable, Hashable {
    /// A value that is to be reached by the end of a period.
    public struct Milestone: Sendable, Hashable {
        public var value: Double
        public var at: Period
        public init(value: Double, at: Period) {
            self.value = value
            self.at = at
        }
    }

    /// What is expected between two milestones.
    public enum Path: String, Sendable, Hashable, CaseIterable {
        /// The straight line of months between them.
        case linear
        /// The earlier one, until the later is due. From a start without milestones between, equal steps a year.
        case stepped
    }

    public var value: Double
    /// The period at whose end the value is to be reached; nil where it holds always.
    public var by: Period?
    /// Where the path to the value begins, at the end of that period; nil where only what is due is judged.
    public var start: Milestone?
    public var path: Path
    /// What is to be reached on the way, in order of time.
    public var milestones: [Milestone]
    public var tolerance: Tolerance?
    /// Who answers for it.
    public var owner: String?
    public var source: String?

    public init(
        value: Double, by: Period? = nil, start: Milestone? = nil, path: Path = .linear, milestones: [Milestone] = [],
        tolerance: Tolerance? = nil, owner: String? = nil, source: String? = nil
    ) {
        self.value = value
        self.by = by
        self.start = start
        self.path = path
        self.milestones = milestones
        self.tolerance = tolerance
        self.owner = owner
        self.source = source
    }

    /// The value expected at the end of a period: the goal from the end of `by` on, what the path says between its start (or
    /// its first milestone, where it has no start) and then, and nothing before.
    public func expected(at period: Period) -> Double? {
        guard let by else { return value }
        let month = period.lastMonth
        let points = points(to: Milestone(value: value, at: by))
        guard let reached = points.last(where: { $0.at.lastMonth <= month }) else { return nil }
        guard path == .linear, let next = points.first(where: { $0.at.lastMonth > month }) else { return reached.value }
        let passed = Double(month.ordinal - reached.at.lastMonth.ordinal)
        let whole = Double(next.at.lastMonth.ordinal - reached.at.lastMonth.ordinal)
        return reached.value + (next.value - reached.value) * passed / whole
    }

    private func points(to goal: Milestone) -> [Milestone] {
        guard let start else { return milestones + [goal] }
        guard path == .stepped, milestones.isEmpty else { return [start] + milestones + [goal] }
        let months = goal.at.lastMonth.ordinal - start.at.lastMonth.ordinal
        let steps = stride(from: 12, to: months, by: 12).map { passed in
            Milestone(
                value: start.value + (goal.value - start.value) * Double(passed) / Double(months),
                at: Period(.month, holding: start.at.lastMonth.advanced(by: passed)))
        }
        return [start] + steps + [goal]
    }

    /// The worst figure that is still within the tolerance; nil without one, and where neither way is better.
    public func worstTolerated(at period: Period, better: KPI.Better) -> Double? {
        guard let tolerance, let expected = expected(at: period) else { return nil }
        let slack =
            switch tolerance.width {
            case .ofTarget(let part): abs(expected) * part
            case .figure(let width): width
            }
        switch better {
        case .lower: return expected + slack
        case .higher: return expected - slack
        case .neither: return nil
        }
    }
}

/// How far off its target a figure may lie before it is a miss; set by somebody, for a reason.
public struct Tolerance: Sendable, Hashable {
    public enum Width: Sendable, Hashable {
        /// A part of the target.
        case ofTarget(Double)
        /// In the KPI's unit; of a percent, in points.
        case figure(Double)
    }

    public var width: Width
    public var owner: String
    public var because: String

    public init(_ width: Width, owner: String, because: String) {
        self.width = width
        self.owner = owner
        self.because = because
    }
}
