import ModuleKit

/// Files that hold the same records, though not the same bytes.
extension DuckDBDialect {
    /// Records of two files are alike where all their columns are, and where as many in the one file are as in the other: of two
    /// senders' records of few columns some are equal by chance, but seldom equally often. A file is held against the nearest before
    /// it, by path, that holds the same, so that the work grows with the records and not with the pairs of files.
    func versions(of table: RecordTable, among paths: [String]) -> String {
        let columns = table.contract.columns.indices.map { "r.\(table.column($0))" }.joined(separator: ", ")
        let month = table.dateIndex == nil ? "CAST(NULL AS BIGINT)" : month(of: table)
        return """
            WITH counted AS (SELECT f, month, content, count(*) AS n FROM (
            SELECT r.f AS f, \(month) AS month, hash(\(columns)) AS content FROM cache.\(table.name) AS r
            WHERE r.f IN \(SQLText.list(paths))) GROUP BY ALL),
            held AS (SELECT f, month, count(*) AS size FROM counted GROUP BY ALL),
            met AS (SELECT a.f AS first, b.f AS second, least(sum(a.size), sum(b.size)) AS size
            FROM held AS a JOIN held AS b ON a.month IS NOT DISTINCT FROM b.month AND a.f < b.f GROUP BY ALL),
            alike AS (SELECT lag(f) OVER (PARTITION BY month, content, n ORDER BY f) AS first, f AS second, month, n FROM counted),
            shared AS (SELECT first, second, count(*) AS size, sum(n) AS records, min(month) AS since, max(month) AS until
            FROM alike WHERE first IS NOT NULL GROUP BY ALL)
            SELECT first, second, CAST(records AS DOUBLE) AS records, CAST(since AS DOUBLE) AS since, CAST(until AS DOUBLE) AS until
            FROM shared JOIN met USING (first, second)
            WHERE shared.size >= \(FileVersions.leastAlike) AND shared.size * 2 > met.size ORDER BY 1, 2
            """
    }
}
