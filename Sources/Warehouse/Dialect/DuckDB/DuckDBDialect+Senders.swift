import Measures
import ModuleKit

/// Of datasets that hold the records of several senders: whose records are in.
extension DuckDBDialect {
    func sentMonths(of table: RecordTable, _ senders: DatasetContract.Senders) -> String {
        let sender = column(senders, table)
        var latest = ""
        if let day = table.latestDay, let index = table.dateIndex {
            latest = " AND CAST(r.\(table.column(index)) AS DATE) <= \(SQLText.date(day))"
        }
        return """
            SELECT DISTINCT \(sender) AS sender, CAST(\(month(of: table)) AS DOUBLE) AS month
            FROM cache.\(table.name) AS r WHERE \(sender) IS NOT NULL\(latest) ORDER BY 1, 2
            """
    }

    /// The area whose records a record's sender sends; of the whole's level the whole. Null where the sender has none.
    func sender(_ level: AreaLevel, over table: RecordTable) -> String {
        if let whole = table.whole, whole.level == level { return SQLText.literal(whole.code.rawValue) }
        guard let senders = table.contract.senders, !senders.areas.isEmpty else { return "NULL" }
        let cases = senders.areas.sorted { $0.key < $1.key }.map { name, area in
            "WHEN \(SQLText.literal(name)) THEN \(SQLText.literal(area.rawValue))"
        }
        return "CASE \(column(senders, table)) \(cases.joined(separator: " ")) END"
    }

    private func column(_ senders: DatasetContract.Senders, _ table: RecordTable) -> String {
        let index = table.contract.columns.firstIndex { $0.name == senders.column }
        return index.map { "r.\(table.column($0))" } ?? "NULL"
    }
}
