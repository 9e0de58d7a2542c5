public import Alerting
import Diagnostics
import Foundation
import GRDB
import Measures

extension AlertStore {
    /// What observations, stored or not, tell otherwise than the runs up to and with `run` told it.
    ///
    /// A figure that goes away is told as taken back, except where only the module failed. A new unit is a new definition, and no
    /// restatement. A block that is as it was after `run` costs a digest; of one that is not, only the stretches that are not are read, and of one
    /// that only grew by a period, that period.
    ///
    /// - Throws: `unknownRun` where no such run is stored, `pruned` where it lies before what is kept.
    public func learned(from observations: ObservationSet, since run: RunID) throws(AlertStoreError) -> LearnedFigures {
        try learned(from: FigureDigests(observations), since: run)
    }

    /// As the other, of figures whose digests are known.
    public func learned(from figures: FigureDigests, since run: RunID) throws(AlertStoreError) -> LearnedFigures {
        try read { database in
            try requireKept(run, in: database)
            let edition = try database.cachedStatement(
                sql: """
                    SELECT block.id, unit, digest FROM block JOIN edition ON edition.block = block.id
                    WHERE kpi = ? AND level = ? AND grain = ? AND run <= ? ORDER BY run DESC LIMIT 1
                    """)
            var restatements: [Restatement] = []
            var arrived: Set<FigurePlace> = []
            for (block, digests) in figures.blocks {
                let last = try Row.fetchOne(
                    edition, arguments: [block.kpi, block.level.rawValue, block.grain.rawValue, run.rawValue])
                guard let last, last[1] as String == block.unit.description else { continue }
                guard last[2] as Data != digests.whole else { continue }
                let known = try StretchRow.latest(ofBlock: last[0], upTo: run.rawValue, in: database)
                guard let changed = digests.changed(since: known, in: block) else { continue }
                let told = try toldFigures(ofBlock: last[0], block.areas, changed, upTo: run, database)
                Self.compare(block, changed, with: told, &restatements, &arrived)
            }
            return LearnedFigures(restatements: restatements, arrived: arrived)
        }
    }

    private func toldFigures(
        ofBlock block: Int64, _ areas: [AreaCode], _ periods: ClosedRange<Int>, upTo run: RunID, _ database: Database
    ) throws -> [CellPlace: ToldFigure] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: ObservationRow.history),
            arguments: [block, try StoredJSON.text(areas), periods.lowerBound, periods.upperBound, run.rawValue])
        var told: [CellPlace: ToldFigure] = [:]
        while let row = try rows.next() {
            let place = CellPlace(area: AreaCode(row[13] as String), period: row[14])
            let cell = try ObservationRow.read(row, of: self)
            told[place, default: ToldFigure()].add(cell, on: CalendarDate(daysSince1970: row[15]))
        }
        return told
    }

    private static func compare(
        _ block: ObservationBlock, _ changed: ClosedRange<Int>, with told: [CellPlace: ToldFigure], _ restatements: inout [Restatement],
        _ arrived: inout Set<FigurePlace>
    ) {
        // What is new has no day yet, and none is asked for here.
        let tonight = CalendarDate(daysSince1970: 0)
        for (row, area) in block.areas.enumerated() {
            for ordinal in changed {
                let column = ordinal - block.first.ordinal
                let period = block.first.moved(by: column)
                guard var figure = told[CellPlace(area: area, period: period.ordinal)] else { continue }
                let place = FigurePlace(kpi: block.kpi, level: block.level, area: area, period: period)
                switch figure.add(block[row, column].storable, on: tonight) {
                case .restated(let before, let since):
                    restatements.append(
                        Restatement(
                            place: place, unit: block.unit, before: before, after: block[row, column], toldSince: since))
                case .arrived: arrived.insert(place)
                case nil: break
                }
            }
        }
    }
}
