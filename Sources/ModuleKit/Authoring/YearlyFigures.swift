import Measures

/// A reference table of yearly figures by area: people, vehicle miles. What it has for a year that is not yet
/// published is the latest earlier year's, and the vintage says so; a later year serves only where none is earlier.
public struct YearlyFigures: Sendable {
    /// By year, ascending.
    private var byArea: [String: [(year: Int, value: Double)]] = [:]

    /// - Parameters:
    ///   - column: the column of figures.
    ///   - table: grouped by area and `yearColumn`.
    public init(_ column: String, year yearColumn: String, of table: Table, named name: String) throws(IndicatorError) {
        guard table.rowCount > 0 else { return }
        let areas = table.texts("area")
        guard !areas.isEmpty else { throw .missingColumn("area", table: name) }
        let years =
            table.numbers(yearColumn).isEmpty
            ? table.texts(yearColumn).map { Double($0) ?? .nan } : table.numbers(yearColumn)
        guard !years.isEmpty else { throw .missingColumn(yearColumn, table: name) }
        let values = table.numbers(column)
        guard !values.isEmpty else { throw .missingColumn(column, table: name) }
        for row in 0..<table.rowCount where values[row] > 0 {
            guard let year = Int(exactly: years[row]) else { continue }
            if byArea[areas[row], default: []].contains(where: { $0.year == year }) {
                throw .repeatedGroup("\(areas[row]) in \(year)", table: name)
            }
            byArea[areas[row], default: []].append((year, values[row]))
        }
        byArea = byArea.mapValues { figures in figures.sorted { $0.year < $1.year } }
    }

    /// A figure and the years that it is of: `2022`.
    public struct Figure: Sendable, Hashable {
        public var value: Double
        public var vintage: String
    }

    /// The figure of a year for an area.
    public func figure(_ area: String, year: Int) -> (year: Int, value: Double)? {
        guard let figures = byArea[area] else { return nil }
        return figures.last { $0.year <= year } ?? figures.first
    }

    /// A stock, as people are: the figure of the year that holds the period's last month.
    public func stock(_ cell: Cell) -> Figure? {
        figure(cell.area, year: cell.period.lastMonth.year).map { Figure(value: $0.value, vintage: "\($0.year)") }
    }

    /// A flow, as vehicle miles are: of each month of the period a twelfth of its year's figure.
    public func flow(_ cell: Cell) -> Figure? {
        var sum = 0.0
        var years: [Int] = []
        for month in cell.period.months {
            guard let found = figure(cell.area, year: month.year) else { return nil }
            sum += found.value
            if !years.contains(found.year) { years.append(found.year) }
        }
        return Figure(value: sum / 12, vintage: years.map(String.init).joined(separator: ", "))
    }
}
