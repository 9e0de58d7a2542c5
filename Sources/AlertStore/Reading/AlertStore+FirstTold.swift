public import Alerting
import Diagnostics
import GRDB
public import Measures

extension AlertStore {
    /// Figures of an area, of the periods that hold any of these months, that are told otherwise now than when they were first told: the first
    /// figure as `before`, the present one as `after`.
    ///
    /// A new unit is a new definition, and no restatement: what was told in the unit before it is left out. Of runs that are kept no more the
    /// figure that stood after them counts as the first. A module that failed takes nothing back.
    public func restatements(
        for keys: some Sequence<ObservationSet.Key>, of area: AreaCode, in months: ClosedRange<Month>
    ) throws(AlertStoreError) -> [Restatement] {
        let keys = Array(keys)
        return try read { database in
            try keys.flatMap { key -> [Restatement] in
                guard let edition = try Edition.latest(of: key, upTo: .max, in: database, of: self) else { return [] }
                return try restatements(of: edition, key, area, in: months, database)
            }
        }
    }

    private func restatements(
        of edition: Edition, _ key: ObservationSet.Key, _ area: AreaCode, in months: ClosedRange<Month>, _ database: Database
    ) throws -> [Restatement] {
        let periods =
            Period(key.grain, holding: months.lowerBound).ordinal...Period(key.grain, holding: months.upperBound).ordinal
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: ObservationRow.ownUnitHistory),
            arguments: [
                edition.block, area.rawValue, periods.lowerBound, periods.upperBound, edition.block,
                edition.unit.description,
            ])
        var told: [Int: (first: Observation, on: CalendarDate, last: Observation)] = [:]
        while let row = try rows.next() {
            let cell = try ObservationRow.read(row, of: self)
            let period: Int = row[14]
            guard cell.state != .moduleFailed else { continue }
            if told[period] != nil {
                told[period]?.last = cell
            } else if cell.value != nil {
                told[period] = (cell, CalendarDate(daysSince1970: row[15]), cell)
            }
        }
        return told.sorted { $0.key < $1.key }.compactMap { ordinal, figure in
            guard figure.first.value != figure.last.value else { return nil }
            return Restatement(
                place: FigurePlace(
                    kpi: key.kpi, level: key.level, area: area, period: Period(grain: key.grain, ordinal: ordinal)),
                unit: edition.unit, before: figure.first, after: figure.last, toldSince: figure.on)
        }
    }
}
