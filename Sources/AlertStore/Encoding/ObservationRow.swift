import Diagnostics
import GRDB
import Measures

/// The place of a cell within its block, whatever the block's shape.
struct CellPlace: Hashable {
    var area: AreaCode
    /// The period's ordinal at the block's grain.
    var period: Int
}

/// An observation as a row.
enum ObservationRow {
    private static let columns = """
        state, provisional, made, value, low, high, numerator, denominator, denominator_vintage, count, \
        sum_of_squared_weights, sources_received, sources_expected
        """

    static let insertion = """
        INSERT INTO observation (block, area, period, run, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func write(
        _ cell: Observation, block: Int64, _ place: CellPlace, run: Int64, by insertion: Statement
    ) throws {
        let values: StatementArguments = [
            block, place.area.rawValue, place.period, run,
            Int(cell.state.rawValue), cell.provisional, cell.made,
            cell.value, cell.bounds?.low, cell.bounds?.high, cell.numerator, cell.denominator, cell.denominatorVintage,
            cell.count, cell.sumOfSquaredWeights, cell.sources?.received, cell.sources?.expected,
        ]
        insertion.setUncheckedArguments(values)
        try insertion.execute()
    }

    /// What is known of every cell of a block up to and with a run; up to now where none is named.
    static func latestCells(
        ofBlock block: Int64, upTo run: Int64? = nil, in database: Database, of store: AlertStore
    ) throws -> [CellPlace: Observation] {
        // SQLite takes the other columns from the row that holds the greatest run.
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(columns), area, period, max(run) FROM observation
                    WHERE block = ? AND run <= ? GROUP BY area, period
                    """),
            arguments: [block, run ?? .max])
        var cells: [CellPlace: Observation] = [:]
        while let row = try rows.next() {
            cells[CellPlace(area: AreaCode(row[13] as String), period: row[14])] = try read(row, of: store)
        }
        return cells
    }

    /// What is known of the cells of some areas in some periods.
    static func latestCells(
        ofBlock block: Int64, areas: [AreaCode], periods: ClosedRange<Int>, in database: Database, of store: AlertStore
    ) throws -> [CellPlace: Observation] {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(columns), area, period, max(run) FROM observation
                    WHERE block = ? AND area IN (SELECT value FROM json_each(?)) AND period BETWEEN ? AND ?
                    GROUP BY area, period
                    """),
            arguments: [block, try StoredJSON.text(areas), periods.lowerBound, periods.upperBound])
        var cells: [CellPlace: Observation] = [:]
        while let row = try rows.next() {
            cells[CellPlace(area: AreaCode(row[13] as String), period: row[14])] = try read(row, of: store)
        }
        return cells
    }

    /// The observation in a row that begins with `columns`.
    static func read(_ row: Row, of store: AlertStore) throws -> Observation {
        guard let state = Observation.State(rawValue: row[0]) else { throw store.unreadable("observation", "state") }
        var cell = Observation(absent: state)
        cell.provisional = row[1]
        cell.made = row[2]
        cell.value = row[3]
        if let low = row[4] as Double?, let high = row[5] as Double? {
            cell.bounds = Observation.Bounds(low: low, high: high)
        }
        cell.numerator = row[6]
        cell.denominator = row[7]
        cell.denominatorVintage = row[8]
        cell.count = row[9]
        cell.sumOfSquaredWeights = row[10]
        if let received = row[11] as Int?, let expected = row[12] as Int? {
            cell.sources = Observation.Sources(received: received, expected: expected)
        }
        return cell
    }

    /// Every version of the cells of some areas (as JSON) in some periods, up to and with a run, oldest first, each with the as-of date of the
    /// run that told it.
    static let history = """
        SELECT \(columns), area, period, as_of FROM observation JOIN run ON run.id = observation.run
        WHERE block = ? AND area IN (SELECT value FROM json_each(?)) AND period BETWEEN ? AND ? AND observation.run <= ?
        ORDER BY area, period, observation.run
        """

    /// Every version of the cells of one area in some periods that was told in a unit, oldest first, each with the as-of date of the run that
    /// told it.
    static let ownUnitHistory = """
        SELECT \(columns), area, period, as_of FROM observation JOIN run ON run.id = observation.run
        WHERE block = ? AND area = ? AND period BETWEEN ? AND ?
            AND observation.run > ifnull((SELECT max(edition.run) FROM edition WHERE edition.block = ? AND unit <> ?), 0)
        ORDER BY period, observation.run
        """
}
