public import Measures
public import Statistics

/// What the checker must know of a KPI to judge an expression about it.
public struct KPIDeclaration: Sendable, Hashable {
    public var name: String
    public var unit: Unit
    public var grains: [Grain]
    /// The levels of areas that it is told for.
    public var levels: [AreaLevel]
    /// Whether its observations may carry the counts behind them.
    public var carriesCounts: Bool
    /// Whether its values add up over periods, so that they have a sum.
    public var addsUpOverPeriods: Bool
    /// Whether a longer period has a greater figure, all else alike, so that months of unequal length are compared by daily rates: what adds up,
    /// and rates of events per so many people; not stocks, shares, or what is told per person-day.
    public var growsWithDays: Bool
    /// Months that must lie behind a period before it can be judged.
    public var monthsBehind: Int
    public var hasTarget: Bool
    /// Whether its target states how far off it a figure may lie.
    public var hasTolerance: Bool
    public var hasBenchmark: Bool
    /// Which way is worse; nil where neither is, and then the terms that look for signals find those of both directions.
    public var worse: Direction?
    /// By how much the variance of its counts exceeds a Poisson count's; nil where nobody stated it. A stated 1 says that it does not.
    public var statedDispersion: Double?
    /// The events behind a usual figure of the whole, by grain, where somebody stated it.
    public var typical: [Grain: Double]
    /// Stretches that no comparison crosses unmarked.
    public var exceptional: [ExceptionalPeriod]
    /// Months from which a changed definition counts; no process limits reach back across one.
    public var steps: [DefinitionStep]

    /// - Parameter growsWithDays: nil where it is so just for what adds up.
    public init(
        name: String, unit: Unit, grains: [Grain], levels: [AreaLevel] = [], carriesCounts: Bool,
        addsUpOverPeriods: Bool, growsWithDays: Bool? = nil, monthsBehind: Int = 0, hasTarget: Bool = false,
        hasTolerance: Bool = false, hasBenchmark: Bool = false, worse: Direction? = nil, dispersion: Double? = nil, typical: [Grain: Double] = [:],
        exceptional: [ExceptionalPeriod] = [], steps: [DefinitionStep] = []
    ) {
        self.name = name
        self.unit = unit
        self.grains = grains
        self.levels = levels
        self.carriesCounts = carriesCounts
        self.addsUpOverPeriods = addsUpOverPeriods
        self.growsWithDays = growsWithDays ?? addsUpOverPeriods
        self.monthsBehind = monthsBehind
        self.hasTarget = hasTarget
        self.hasTolerance = hasTolerance
        self.hasBenchmark = hasBenchmark
        self.worse = worse
        self.statedDispersion = dispersion
        self.typical = typical
        self.exceptional = exceptional
        self.steps = steps
    }

    /// The dispersion that tests of counts reckon with: 1 where nothing is stated.
    public var dispersion: Double { statedDispersion ?? 1 }
}
