import ModuleKit

extension DuckDBDialect {
    /// What a query reads: the dataset's table, or, of a query with record steps, a selection for each step around the one before.
    func records(_ query: PlannedQuery, of table: RecordTable) -> String {
        guard !query.steps.isEmpty else { return "cache.\(table.name)" }
        let known = isKnown(table).map { " WHERE \($0)" } ?? ""
        var text = "SELECT r.*, \(table.isView ? "row" : "rowid") AS line FROM cache.\(table.name) AS r\(known)"
        let first = table.contract.columns.count - query.steps.count
        for (number, step) in query.steps.enumerated() {
            text = "SELECT *, \(value(step, over: table)) AS \(table.column(first + number)) FROM (\(text))"
        }
        return "(\(text))"
    }

    private func value(_ step: PlannedStep, over table: RecordTable) -> String {
        let among = step.among.map { [expression($0, over: table)] } ?? []
        switch step.function {
        case .gap(let columns):
            let part = part(columns, among, table)
            return "CASE WHEN \(part.belongs) THEN date_diff('day', lag(\(part.day)) OVER "
                + "(PARTITION BY \(part.keys) ORDER BY \(part.moment), f, line), \(part.day)) END"
        case .count(let columns, let days):
            let part = part(columns, among, table)
            return "CASE WHEN \(part.belongs) THEN count(*) OVER (PARTITION BY \(part.keys) ORDER BY \(part.moment) "
                + "RANGE BETWEEN \(reach(days, part)) PRECEDING AND CURRENT ROW) END"
        case .grid(let longitude, let latitude, let metres):
            let (east, north) = (table.column(longitude), table.column(latitude))
            let height = SQLText.number(metres / RecordStep.metresInDegree)
            let row = "floor(\(north) / \(height))"
            let column = "floor(\(east) * cos(radians((\(row) + 0.5e0) * \(height))) / \(height))"
            let conditions = ["\(north) BETWEEN -90 AND 90", "\(east) BETWEEN -180 AND 180"] + among
            return "CASE WHEN \(conditions.joined(separator: " AND ")) "
                + "THEN CAST(\(row) AS BIGINT) || ':' || CAST(\(column) AS BIGINT) END"
        }
    }

    /// The records among which a step looks, in SQL.
    private struct Part {
        /// Whether a record belongs to them: true or false, never unknown.
        var belongs: String
        var keys: String
        var moment: String
        var day: String
        var isMoment: Bool
    }

    private func part(_ columns: [Int], _ among: [String], _ table: RecordTable) -> Part {
        let date = table.dateIndex ?? 0
        let moment = table.column(date)
        let isMoment = table.contract.columns[date].type == .moment
        let keys = columns.map(table.column)
        let conditions = (keys + [moment]).map { "\($0) IS NOT NULL" } + among
        let belongs = "coalesce(\(conditions.joined(separator: " AND ")), false)"
        return Part(
            belongs: belongs, keys: ([belongs] + keys).joined(separator: ", "), moment: moment,
            day: isMoment ? "CAST(\(moment) AS DATE)" : moment, isMoment: isMoment)
    }

    /// How far back a count reaches: so many whole days of the calendar, and of a moment its own day so far.
    private func reach(_ days: Int, _ part: Part) -> String {
        part.isMoment ? "(\(part.moment) - CAST(\(part.day) AS TIMESTAMP) + to_days(\(days)))" : "to_days(\(days))"
    }
}
