import Measures
import ModuleKit

extension DuckDBDialect {
    func statement(_ query: PlannedQuery, over table: RecordTable) -> String {
        var table = table
        table.contract = query.contract
        let overlapping = query.groupings.contains { grouping in
            if case .period(let grain) = grouping.key { grain.overlaps } else { false }
        }
        guard overlapping else { return grouped(query, over: table) }
        return query.measures.allSatisfy(\.function.addsUp)
            ? summedMonths(query, over: table) : repeatedRecords(query, over: table)
    }

    /// Each record lies in one period of the grain, or in none.
    private func grouped(_ query: PlannedQuery, over table: RecordTable) -> String {
        let columns =
            query.groupings.map { "\(key($0.key, over: table)) AS \(SQLText.identifier($0.name))" }
            + query.measures.map { "\(double(figure($0.function, over: table))) AS \(SQLText.identifier($0.name))" }
        return """
            SELECT \(columns.joined(separator: ", "))
            \(source(query, over: table))
            \(ending(query))
            """
    }

    /// Overlapping periods of figures that add up: months first, then each month into every period that holds it.
    private func summedMonths(_ query: PlannedQuery, over table: RecordTable) -> String {
        var inner: [String] = []
        var outer: [String] = []
        for (index, grouping) in query.groupings.enumerated() {
            let name = SQLText.identifier(grouping.name)
            if case .period(let grain) = grouping.key {
                inner.append("\(month(of: table)) AS k\(index)")
                outer.append("unnest(\(periods(grain, month: "k\(index)", table))) AS \(name)")
            } else {
                inner.append("\(key(grouping.key, over: table)) AS k\(index)")
                outer.append("k\(index) AS \(name)")
            }
        }
        for (index, measure) in query.measures.enumerated() {
            inner.append("\(figure(measure.function, over: table)) AS m\(index)")
        }
        let keys = query.groupings.map { SQLText.identifier($0.name) }
        let figures = query.measures.enumerated().map { index, measure in
            "\(double("\(union(measure.function, over: table))(m\(index))")) AS \(SQLText.identifier(measure.name))"
        }
        return """
            SELECT \((keys + figures).joined(separator: ", "))
            FROM (SELECT \((outer + query.measures.indices.map { "m\($0)" }).joined(separator: ", "))
            FROM (SELECT \(inner.joined(separator: ", "))
            \(source(query, over: table))
            GROUP BY ALL))
            GROUP BY ALL ORDER BY ALL
            """
    }

    /// Overlapping periods of figures that do not add up: each record into every period that holds it.
    private func repeatedRecords(_ query: PlannedQuery, over table: RecordTable) -> String {
        let inner = query.groupings.enumerated().map { index, grouping in
            if case .period(let grain) = grouping.key {
                "unnest(\(periods(grain, month: month(of: table), table))) AS k\(index)"
            } else {
                "\(key(grouping.key, over: table)) AS k\(index)"
            }
        }
        let columns =
            query.groupings.enumerated().map { "k\($0) AS \(SQLText.identifier($1.name))" }
            + query.measures.map { "\(double(figure($0.function, over: table))) AS \(SQLText.identifier($0.name))" }
        return """
            SELECT \(columns.joined(separator: ", "))
            FROM (SELECT \((["r.*"] + inner).joined(separator: ", "))
            \(source(query, over: table))) AS r
            \(ending(query))
            """
    }

    private func ending(_ query: PlannedQuery) -> String {
        query.groupings.isEmpty ? "HAVING count(*) > 0" : "GROUP BY ALL ORDER BY ALL"
    }

    private func source(_ query: PlannedQuery, over table: RecordTable) -> String {
        var levels: [AreaLevel] = []
        for case .area(let level) in query.groupings.map(\.key) where !table.isWholeOfAll(level) { levels.append(level) }
        var part: AreaLevel?
        for case .part(let level) in query.groupings.map(\.key) where !table.isWholeOfAll(level) { part = level }
        let isByPeriod = query.groupings.contains { if case .period = $0.key { true } else { false } }
        return source(query, levels: levels, part: part, isByPeriod: isByPeriod, over: table)
    }

    /// The records, joined with the areas of these levels that hold them and with those of the level of parts, and the conditions on
    /// them.
    func source(
        _ query: PlannedQuery, levels: [AreaLevel], part: AreaLevel? = nil, isByPeriod: Bool, over table: RecordTable
    ) -> String {
        var lines = ["FROM \(records(query, of: table)) AS r"]
        var conditions: [String] = []
        if !levels.isEmpty {
            let names = levels.map { SQLText.literal($0.rawValue) }
            let isOfThem = names.count == 1 ? "= \(names[0])" : "IN (\(names.joined(separator: ", ")))"
            lines.append("JOIN \(placeTable(table)) AS p ON p.code = r.place AND p.level \(isOfThem)")
        }
        if let part {
            lines.append(
                "JOIN \(placeTable(table)) AS q ON q.code = r.place AND q.level = \(SQLText.literal(part.rawValue))")
        }
        if query.steps.isEmpty, let known = isKnown(table) { conditions.append(known) }
        if isByPeriod, let index = table.dateIndex { conditions.append("r.\(table.column(index)) IS NOT NULL") }
        if let filter = query.filter { conditions.append(expression(filter, over: table)) }
        if !conditions.isEmpty { lines.append("WHERE " + conditions.joined(separator: " AND ")) }
        return lines.joined(separator: "\n")
    }

    /// The condition that keeps out records dated later than the as-of date; nil where the table holds none.
    func isKnown(_ table: RecordTable) -> String? {
        guard let latest = table.latestDay, let index = table.dateIndex else { return nil }
        let date = "CAST(r.\(table.column(index)) AS DATE)"
        return "(\(date) <= \(SQLText.date(latest)) OR \(date) IS NULL)"
    }

    func placeTable(_ table: RecordTable) -> String {
        table.contract.holding == .figures ? "named_places" : "holding_places"
    }

    func key(_ key: PlannedGrouping.Key, over table: RecordTable) -> String {
        switch key {
        case .area(let level), .part(let level):
            if let whole = table.whole, table.isWholeOfAll(level) {
                SQLText.literal(whole.code.rawValue)
            } else if case .part = key {
                "q.area"
            } else {
                "p.area"
            }
        case .sender(let level): sender(level, over: table)
        case .period(let grain): period(grain, of: table)
        case .column(let index):
            switch table.contract.columns[index].type {
            case .number, .whole: double("r.\(table.column(index))")
            case .text, .area, .person: "r.\(table.column(index))"
            case .date, .moment, .truth: "CAST(r.\(table.column(index)) AS VARCHAR)"
            }
        }
    }

    func figure(_ function: PlannedMeasure.Function, over table: RecordTable) -> String {
        switch function {
        case .count: "count(*)"
        case .countWhere(let condition): "count(*) FILTER (WHERE \(expression(condition, over: table)))"
        case .distinct(let value): "count(DISTINCT \(expression(value, over: table)))"
        case .sum(let value): "\(sum(value, over: table))(\(expression(value, over: table)))"
        case .average(let value): "favg(\(double(value, over: table)))"
        case .quantile(let value, let part): "quantile_cont(\(double(value, over: table)), \(SQLText.number(part)))"
        case .minimum(let value): "min(\(ordered(value, over: table)))"
        case .maximum(let value): "max(\(ordered(value, over: table)))"
        }
    }

    private func union(_ function: PlannedMeasure.Function, over table: RecordTable) -> String {
        switch function {
        case .minimum: "min"
        case .maximum: "max"
        case .sum(let value): sum(value, over: table)
        default: "sum"
        }
    }

    /// Whole numbers are summed exactly; others with compensation, since the order of summing is not fixed.
    private func sum(_ value: RecordExpression, over table: RecordTable) -> String {
        if case .column(let index, _) = value, table.contract.columns[index].type == .whole { return "sum" }
        return "fsum"
    }

    func double(_ text: String) -> String { "CAST(\(text) AS DOUBLE)" }
}
