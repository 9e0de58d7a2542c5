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

    private func column(_ senders: DatasetContract.Senders, _ table: RecordTable) -> String {
        let index = table.contract.columns.firstIndex { $0.name == senders.column }
        return index.map { "r.\(table.column($0))" } ?? "NULL"
    }
}
