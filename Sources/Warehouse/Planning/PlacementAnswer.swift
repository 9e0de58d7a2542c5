import Measures
import ModuleKit

/// The answer to where a dataset's records lie, by month.
enum PlacementAnswer {
    static func shape(levels: [AreaLevel]) -> AnswerShape {
        let names = ["month", "records", "unplaced", "elsewhere"] + levels.indices.map { "level\($0)" }
        return AnswerShape(columns: names.map { AnswerShape.Column(name: $0, isNumber: true) })
    }

    static func placements(_ table: Table, levels: [AreaLevel]) -> [MonthPlacement] {
        func whole(_ name: String, _ row: Int) -> Int { Int(table.numbers(name)[row]) }
        return (0..<table.rowCount).map { row in
            let month = table.numbers("month")[row]
            let placed = levels.enumerated().map { ($1.rawValue, whole("level\($0)", row)) }
            return MonthPlacement(
                monthOrdinal: month.isNaN ? nil : Int(month), records: whole("records", row),
                elsewhere: whole("elsewhere", row), unplaced: whole("unplaced", row),
                placed: Dictionary(placed, uniquingKeysWith: { first, _ in first }))
        }
    }
}
