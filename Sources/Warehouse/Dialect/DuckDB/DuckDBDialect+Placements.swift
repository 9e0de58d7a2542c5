import Measures
import ModuleKit

extension DuckDBDialect {
    func placements(of table: RecordTable, levels: [AreaLevel]) -> String {
        let month = table.dateIndex == nil ? "NULL" : self.month(of: table)
        let place = table.areaIndex == nil ? "NULL" : "r.place"
        let latest = isKnown(table).map { "\nWHERE \($0)" } ?? ""
        let places = placeTable(table)
        var columns = [
            "CAST(month AS DOUBLE) AS month",
            "CAST(sum(n) AS DOUBLE) AS records",
            "CAST(coalesce(sum(n) FILTER (WHERE place IS NULL), 0) AS DOUBLE) AS unplaced",
            """
            CAST(coalesce(sum(n) FILTER (WHERE place IS NOT NULL AND place NOT IN (SELECT code FROM \(places))), 0) \
            AS DOUBLE) AS elsewhere
            """,
        ]
        for (index, level) in levels.enumerated() {
            columns.append(
                """
                CAST(coalesce(sum(n) FILTER (WHERE place IN \
                (SELECT code FROM \(places) WHERE level = \(SQLText.literal(level.rawValue)))), 0) AS DOUBLE) AS level\(index)
                """)
        }
        return """
            SELECT \(columns.joined(separator: ", "))
            FROM (SELECT \(month) AS month, \(place) AS place, count(*) AS n
            FROM cache.\(table.name) AS r\(latest)
            GROUP BY ALL)
            GROUP BY month ORDER BY month
            """
    }
}
