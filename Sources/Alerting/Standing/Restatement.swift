public import Measures

/// The place of a figure: of a KPI at a level, for an area and a period.
public struct FigurePlace: Sendable, Hashable {
    public var kpi: String
    public var level: AreaLevel
    public var area: AreaCode
    public var period: Period

    public init(kpi: String, level: AreaLevel, area: AreaCode, period: Period) {
        self.kpi = kpi
        self.level = level
        self.area = area
        self.period = period
    }
}

/// A figure that was told before and is told otherwise now.
public struct Restatement: Sendable, Hashable {
    public var place: FigurePlace
    public var unit: Unit
    /// As last told. A provisional figure was expected to be revised.
    public var before: Observation
    /// As it is now; without a value where the source took the figure back.
    public var after: Observation
    /// The as-of date of the run that first told it as it was before.
    public var toldSince: CalendarDate

    public init(place: FigurePlace, unit: Unit, before: Observation, after: Observation, toldSince: CalendarDate) {
        self.place = place
        self.unit = unit
        self.before = before
        self.after = after
        self.toldSince = toldSince
    }
}
