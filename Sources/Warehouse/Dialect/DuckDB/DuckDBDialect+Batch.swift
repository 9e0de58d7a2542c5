import ModuleKit

extension DuckDBDialect {
    /// The keys of all queries beside each record, then one grouping set for each.
    func statement(_ batch: PlannedBatch, over table: RecordTable) -> String {
        var table = table
        table.contract = batch.query.contract
        let names = batch.keys.indices.map { "k\($0)" }
        let level = batch.levels.isEmpty ? [] : ["level"]
        let inner = level.map { "p.\($0) AS level" } + zip(batch.keys, names).map { "\(key($0, over: table)) AS \($1)" }
        let isByPeriod = batch.keys.contains { if case .period = $0 { true } else { false } }
        let figures = batch.query.measures.enumerated().map { "\(double(figure($1.function, over: table))) AS m\($0)" }
        let sets = batch.sets.map { set in "(\((level + set.map { names[$0] }).joined(separator: ", ")))" }
        return """
            SELECT \((["grouping_id(\(names.joined(separator: ", "))) AS s"] + level + names + figures).joined(separator: ", "))
            FROM (SELECT \((["r.*"] + inner).joined(separator: ", "))
            \(source(batch.query, levels: batch.levels, isByPeriod: isByPeriod, over: table))) AS r
            GROUP BY GROUPING SETS (\(sets.joined(separator: ", ")))
            ORDER BY ALL
            """
    }
}
