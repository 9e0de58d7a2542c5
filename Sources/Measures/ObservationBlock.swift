/// The observations of one KPI at one level and grain: a row for each area, a column for each period.
///
/// A block is dense and its rows are found by place, not by name. A cell that nobody reported says so in its state. Held as
/// columns, so that a rule that reads states and values alone touches nothing else.
public struct ObservationBlock: Sendable, Hashable {
    public let kpi: String
    public let level: AreaLevel
    public let unit: Unit
    public let areas: [AreaCode]
    public let first: Period
    public let periodCount: Int
    private var states: [Observation.State]
    private var values: [Double?]
    private var bounds: [Observation.Bounds?]
    private var rest: [Rest]

    /// What is read of a cell only where it is asked for.
    private struct Rest: Sendable, Hashable {
        var numerator: Double?
        var denominator: Double?
        var denominatorVintage: String?
        var count: Double?
        var sumOfSquaredWeights: Double?
        var sources: Observation.Sources?
        var provisional: Bool
        var made: Bool

        init(_ observation: Observation) {
            numerator = observation.numerator
            denominator = observation.denominator
            denominatorVintage = observation.denominatorVintage
            count = observation.count
            sumOfSquaredWeights = observation.sumOfSquaredWeights
            sources = observation.sources
            provisional = observation.provisional
            made = observation.made
        }
    }

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
        let count = areas.count * periodCount
        states = Array(repeating: cell.state, count: count)
        values = Array(repeating: cell.value, count: count)
        bounds = Array(repeating: cell.bounds, count: count)
        rest = Array(repeating: Rest(cell), count: count)
    }

    public var grain: Grain { first.grain }
    public var last: Period { first.moved(by: periodCount - 1) }
    public var periods: [Period] { (0..<periodCount).map(first.moved(by:)) }
    /// Row by row: cell `area × periodCount + period`.
    public var cells: [Observation] { states.indices.map(cell) }

    /// The place of a period in each row, or nil outside the block.
    public func index(of period: Period) -> Int? {
        guard period.grain == grain else { return nil }
        let index = period.ordinal - first.ordinal
        return (0..<periodCount).contains(index) ? index : nil
    }

    public subscript(area: Int, period: Int) -> Observation {
        get { cell(area * periodCount + period) }
        set {
            let place = area * periodCount + period
            states[place] = newValue.state
            values[place] = newValue.value
            bounds[place] = newValue.bounds
            rest[place] = Rest(newValue)
        }
    }

    /// The observation for an area and a period, or nil outside the block.
    public subscript(area: AreaCode, period: Period) -> Observation? {
        guard let row = areas.firstIndex(of: area), let column = index(of: period) else { return nil }
        return self[row, column]
    }

    private func cell(_ place: Int) -> Observation {
        let rest = rest[place]
        var observation = Observation(absent: states[place], sources: rest.sources)
        observation.value = values[place]
        observation.bounds = bounds[place]
        observation.numerator = rest.numerator
        observation.denominator = rest.denominator
        observation.denominatorVintage = rest.denominatorVintage
        observation.count = rest.count
        observation.sumOfSquaredWeights = rest.sumOfSquaredWeights
        observation.provisional = rest.provisional
        observation.made = rest.made
        return observation
    }
}

extension ObservationBlock {
    /// The state of a cell alone.
    public func state(_ area: Int, _ period: Int) -> Observation.State { states[area * periodCount + period] }

    /// The value of a cell alone; nil unless reported.
    public func value(_ area: Int, _ period: Int) -> Double? { values[area * periodCount + period] }

    /// The bounds of a cell's value alone; nil for an exact figure.
    public func bounds(_ area: Int, _ period: Int) -> Observation.Bounds? { bounds[area * periodCount + period] }

    /// The denominator of a cell alone.
    public func denominator(_ area: Int, _ period: Int) -> Double? { rest[area * periodCount + period].denominator }

    /// The events behind a cell alone.
    public func count(_ area: Int, _ period: Int) -> Double? { rest[area * periodCount + period].count }

    /// Whether a cell may still be revised.
    public func isProvisional(_ area: Int, _ period: Int) -> Bool { rest[area * periodCount + period].provisional }
}
