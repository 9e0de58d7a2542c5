import ModuleKit

/// What a dataset that promises to be complete holds.
extension DuckDBDialect {
    /// Only whole records count: one without a figure is as good as absent.
    func held(_ key: CompleteKey, of table: RecordTable) -> String {
        func column(_ index: Int) -> String { "r.\(table.column(index))" }
        let groups = key.groups.enumerated().map {
            "coalesce(CAST(\(column($1)) AS VARCHAR), '') AS \(CompleteKey.group($0))"
        }
        let codes = key.coded.map { "CAST(\(column($0)) AS VARCHAR)" }
        let combination =
            codes.isEmpty ? "''" : codes.joined(separator: " || \(SQLText.literal(CompleteKey.betweenCodes)) || ")
        let whole = (key.figures + key.coded).map { "\(column($0)) IS NOT NULL" }
        let filter = whole.isEmpty ? "" : " FILTER (WHERE \(whole.joined(separator: " AND ")))"
        let count = "count(DISTINCT \(combination))\(filter)"
        let listed = "string_agg(DISTINCT \(combination), \(SQLText.literal(CompleteKey.betweenCombinations)))\(filter)"
        return """
            SELECT r.place AS place\(groups.map { ", " + $0 }.joined()), CAST(\(count) AS DOUBLE) AS \(CompleteKey.held),
            CASE WHEN \(count) < \(key.combinations.count) THEN coalesce(\(listed), '') ELSE '' END AS \(CompleteKey.combinations)
            FROM cache.\(table.name) AS r WHERE r.place IN (SELECT code FROM \(placeTable(table)))
            GROUP BY ALL ORDER BY ALL
            """
    }
}
