public import Measures

/// The rectangle that a program is run over: the areas of one level × successive periods.
public struct EvaluationFrame: Sendable, Hashable {
    public var areas: [AreaCode]
    public var first: Period
    public var periodCount: Int

    public init(areas: [AreaCode], first: Period, periodCount: Int) {
        self.areas = areas
        self.first = first
        self.periodCount = periodCount
    }

    public var periods: [Period] { (0..<periodCount).map(first.moved(by:)) }
    public var cellCount: Int { areas.count * periodCount }
}

/// What a program reads of one KPI: its observations, and its target and benchmark for each period.
///
/// The block may reach further back than the frame, as far as `change` and `at` look; what lies before it is before the
/// series begins. Where the program reads the areas that hold those judged, the block has a row for each area judged all the same:
/// that of the area that holds it.
public struct SeriesInput: Sendable {
    public var observations: ObservationBlock
    /// By the frame's periods; nil where there is none for the period.
    public var target: [Double?]
    /// The worst figure within the target's tolerance, by the frame's periods; nil where there is none.
    public var tolerance: [Double?]
    /// By the frame's periods.
    public var benchmark: [Observation?]
    /// The periods that the benchmarks speak of, where they were carried forward; by the frame's periods.
    public var benchmarkPeriods: [Period?]

    public init(
        observations: ObservationBlock, target: [Double?] = [], tolerance: [Double?] = [],
        benchmark: [Observation?] = [], benchmarkPeriods: [Period?] = []
    ) {
        self.observations = observations
        self.target = target
        self.tolerance = tolerance
        self.benchmark = benchmark
        self.benchmarkPeriods = benchmarkPeriods
    }
}
