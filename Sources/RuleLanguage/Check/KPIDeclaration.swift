public import Measures

/// What the checker must know of a KPI to judge an expression about it.
public struct KPIDeclaration: Sendable, Hashable {
    public var name: String
    public var unit: Unit
    public var grains: [Grain]
    /// Whether its observations may carry the counts behind them.
    public var carriesCounts: Bool
    /// Whether its values add up over periods, so that months of unequal length are compared by daily rates.
    public var addsUpOverPeriods: Bool
    /// Months that must lie behind a period before it can be judged.
    public var monthsBehind: Int
    public var hasTarget: Bool
    public var hasBenchmark: Bool
    /// By how much the variance of its counts exceeds a Poisson count's; 1 where nothing is stated.
    public var dispersion: Double
    /// Stretches that no comparison crosses unmarked.
    public var exceptional: [ExceptionalPeriod]

    public init(
        name: String, unit: Unit, grains: [Grain], carriesCounts: Bool, addsUpOverPeriods: Bool, monthsBehind: Int = 0,
        hasTarget: Bool = false, hasBenchmark: Bool = false, dispersion: Double = 1,
        exceptional: [ExceptionalPeriod] = []
    ) {
        self.name = name
        self.unit = unit
        self.grains = grains
        self.carriesCounts = carriesCounts
        self.addsUpOverPeriods = addsUpOverPeriods
        self.monthsBehind = monthsBehind
        self.hasTarget = hasTarget
        self.hasBenchmark = hasBenchmark
        self.dispersion = dispersion
        self.exceptional = exceptional
    }
}
