public import Measures

/// One area and period of a frame.
public struct Cell: Sendable, Hashable {
    public var area: String
    public var period: Period
    /// The places of the area and the period in the frame.
    public var areaIndex: Int
    public var periodIndex: Int
}

extension Frame {
    /// The frame's grain as a value.
    public func periodGrain() throws(IndicatorError) -> Grain {
        guard let known = Grain(rawValue: grain) else { throw .unknownGrain(grain) }
        return known
    }

    /// Every area and period, area by area.
    public func cells() throws(IndicatorError) -> [Cell] {
        let known = try periodGrain()
        return areas.enumerated().flatMap { areaIndex, area in
            periods.enumerated().map { periodIndex, ordinal in
                Cell(
                    area: area, period: Period(grain: known, ordinal: ordinal), areaIndex: areaIndex,
                    periodIndex: periodIndex)
            }
        }
    }

    /// A row for every area and period of which `observe` tells something; those of which it tells nothing are missing.
    public func rows(
        _ observe: (Cell) throws(IndicatorError) -> Observation?
    ) throws(IndicatorError) -> [ComputedObservations.Row] {
        var rows: [ComputedObservations.Row] = []
        rows.reserveCapacity(areas.count * periods.count)
        for cell in try cells() {
            guard let observation = try observe(cell) else { continue }
            rows.append(
                ComputedObservations.Row(area: cell.area, period: cell.period.ordinal, observation: observation))
        }
        return rows
    }

    /// The frame's only area, for indicators that are told for the whole partnership alone.
    public func onlyArea(_ indicator: String) throws(IndicatorError) -> String {
        guard areas.count == 1 else {
            throw .unsupported("\(indicator) is told for the whole partnership, not by \(level)")
        }
        return areas[0]
    }
}
