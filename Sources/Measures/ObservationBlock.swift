/// All observations of one KPI at one grain, for the areas of one level: a rectangle of areas × periods without gaps.
///
/// The rule program reads it column by column, so it is dense and its rows are found by place, not by name. A cell
/// that nobody reported says so in its state.
public struct ObservationBlock: Sendable, Hashable {
    public let kpi: String
    public let level: AreaLevel
    public let unit: Unit
    public let areas: [AreaCode]
    public let first: Period
    public let periodCount: Int
    /// Row by row: cell `area × periodCount + period`.
    public private(set) var cells: [Observation]

    /// A block whose every cell is in the same state.
    public init(
        kpi: String, level: AreaLevel, unit: Unit, areas: [AreaCode], first: Period, periodCount: Int,
        filledWith cell: Observation
    ) {
        precondition(periodCount >= 0, "a block has no negative number of periods")
        self.kpi = kpi
        self.level = level
        self.unit = unit
        self.areas = areas
        self.first = first
        self.periodCount = periodCount
        cells = Array(repeating: cell, count: areas.count * periodCount)
    }

    public var grain: Grain { first.grain }
    public var last: Period { first.moved(by: periodCount - 1) }
    public var periods: [Period] { (0..<periodCount).map(first.moved(by:)) }

    /// The place of a period in each row, or nil outside the block.
    public func index(of period: Period) -> Int? {
        guard period.grain == grain else { return nil }
        let index = period.ordinal - first.ordinal
        return (0..<periodCount).contains(index) ? index : nil
    }

    public subscript(area: Int, period: Int) -> Observation {
        get { cells[area * periodCount + period] }
        set { cells[area * periodCount + period] = newValue }
    }

    /// The observation for an area and a period, or nil outside the block.
    public subscript(area: AreaCode, period: Period) -> Observation? {
        guard let row = areas.firstIndex(of: area), let column = index(of: period) else { return nil }
        return self[row, column]
    }
}
