public import Measures

/// A figure that was told before and is told otherwise now.
public struct Restatement: Sendable, Hashable {
    public var kpi: String
    public var level: AreaLevel
    public var area: AreaCode
    public var period: Period
    public var unit: Unit
    /// The value last told.
    public var before: Double
    /// The value now; nil where the source took the figure back.
    public var after: Double?
    /// Whether the value before was told as provisional, so that a revision was to be expected.
    public var wasProvisional: Bool

    public init(
        kpi: String, level: AreaLevel, area: AreaCode, period: Period, unit: Unit, before: Double, after: Double?,
        wasProvisional: Bool
    ) {
        self.kpi = kpi
        self.level = level
        self.area = area
        self.period = period
        self.unit = unit
        self.before = before
        self.after = after
        self.wasProvisional = wasProvisional
    }
}
