import Definitions
import Measures
import ModuleKit

/// Makes a KPI's blocks: what the module told, and in every other cell why there is nothing.
struct Recording {
    let kpi: KPI
    let coverage: Coverage
    let geography: Geography
    let asOf: CalendarDate

    func blocks(from told: [ComputedObservations], failed: Bool) -> [ObservationBlock] {
        kpi.levels.flatMap { level in
            kpi.grains.map { grain in
                let rows = told.filter { $0.level == level.rawValue && $0.grain == grain.rawValue }.flatMap(\.rows)
                return block(level, grain, rows, failed: failed)
            }
        }
    }

    private func block(
        _ level: AreaLevel, _ grain: Grain, _ rows: [ComputedObservations.Row], failed: Bool
    ) -> ObservationBlock {
        let areas = kpi.areas(at: level, in: geography)
        let closed = Period.latestClosed(grain, on: asOf)
        let told = rows.map(\.period)
        let first = told.min().map { Period(grain: grain, ordinal: $0) }
        let last = told.max().map { Period(grain: grain, ordinal: $0) }
        // A failed module has told nothing, and its KPI is failed for as far back as its records reach.
        let start = first ?? (failed ? coverage.periods(grain).first : nil) ?? closed
        var block = ObservationBlock(
            kpi: kpi.id, level: level, unit: kpi.unit, areas: areas, first: start,
            periodCount: max(1, closed.ordinal - start.ordinal + 1), filledWith: Observation(absent: .moduleFailed))
        guard !failed else { return block }
        for (column, period) in block.periods.enumerated() {
            let absent = Observation(absent: coverage.absence(period, first: first, last: last))
            for row in areas.indices { block[row, column] = absent }
        }
        let places = Dictionary(areas.enumerated().map { ($1.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        let losing = areas.map { geography.levelOfLoss(of: $0) }
        for row in rows {
            let period = Period(grain: grain, ordinal: row.period)
            guard let place = places[row.area], let column = block.index(of: period) else { continue }
            var observation = row.observation
            observation.provisional = coverage.isProvisional(period)
            observation.made = coverage.made
            if let level = losing[place] {
                observation.countsAtLeast(plus: coverage.recordsInNoArea(of: level, period), of: period, in: kpi.unit)
            }
            block[place, column] = observation
        }
        for (row, area) in areas.enumerated() {
            guard let months = coverage.ownMonths(of: area) else { continue }
            for (column, period) in block.periods.enumerated() where !coverage.holds(period, in: months) {
                block[row, column] = Observation(absent: coverage.absenceOfSender(period, in: months))
            }
        }
        return block
    }
}

extension Observation {
    /// Makes a count, or a rate of one, a lower bound: so many more records may lie in the area.
    ///
    /// The records are counted before the KPI's condition, so the upper end is further off than need be, and never too near.
    /// Shares, and figures with bounds of their own, are left as they are.
    fileprivate mutating func countsAtLeast(plus records: Int, of period: Period, in unit: Unit) {
        guard records > 0, bounds == nil, let value, let count else { return }
        switch unit {
        case .count where count == value: bounds = Bounds(low: value, high: value + Double(records))
        case .rate(let rate):
            guard let denominator, denominator > 0 else { return }
            bounds = Bounds(low: value, high: value + Double(records) / rate.events(among: denominator, in: period))
        default: return
        }
    }
}
