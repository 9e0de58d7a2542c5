/// A column of numbers, found by a frame's area and period instead of by row.
///
/// An absent group is nil, and so is an absent number: for a count write `?? 0`, since a frame names only periods
/// whose records are in. Groups that the frame does not name are passed over.
public struct GroupedColumn: Sendable {
    private let values: [Double]
    /// The row of each area × period, or -1.
    private var rows: [Int32]
    private let periodCount: Int

    /// - Parameter table: has a text column `area` and a number column `period`.
    public init(_ column: String, of table: Table, named name: String, frame: Frame) throws(IndicatorError) {
        values = table.numbers(column)
        periodCount = frame.periods.count
        rows = [Int32](repeating: -1, count: frame.areas.count * frame.periods.count)
        guard table.rowCount > 0 else { return }
        for needed in [column, "period"] where table.numbers(needed).isEmpty {
            throw .missingColumn(needed, table: name)
        }
        let areas = table.texts("area")
        guard !areas.isEmpty else { throw .missingColumn("area", table: name) }
        let areaPlaces = Dictionary(frame.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let periodPlaces = Dictionary(
            frame.periods.enumerated().map { (Double($1), $0) }, uniquingKeysWith: { first, _ in first })
        for (row, period) in table.numbers("period").enumerated() {
            guard let area = areaPlaces[areas[row]], let period = periodPlaces[period] else { continue }
            let place = area * frame.periods.count + period
            guard rows[place] < 0 else {
                throw .repeatedGroup("\(areas[row]) in period \(frame.periods[period])", table: name)
            }
            rows[place] = Int32(row)
        }
    }

    public subscript(cell: Cell) -> Double? {
        let row = rows[cell.areaIndex * periodCount + cell.periodIndex]
        guard row >= 0, !values[Int(row)].isNaN else { return nil }
        return values[Int(row)]
    }

    /// Whether the group has a row, even one without this number.
    public func hasRow(_ cell: Cell) -> Bool { rows[cell.areaIndex * periodCount + cell.periodIndex] >= 0 }
}
