extension DuckDBDialect {
    /// The settings stand in the one order that works: what may be read is named before outside access ends, the cache
    /// is attached while the program may still attach, and `.safe_mode` locks everything behind it.
    func opening(_ session: EngineSession) -> [ScriptItem] {
        var items: [ScriptItem] = [
            .statement("SET autoinstall_known_extensions = false"),
            .statement("SET autoload_known_extensions = false"),
            .statement("SET allow_community_extensions = false"),
            .statement("SET temp_directory = \(SQLText.literal(session.workFolder))"),
            .statement("SET memory_limit = '\(session.settings.memoryMegabytes)MB'"),
            .statement("SET threads = \(max(1, session.settings.threads))"),
            .statement("SET preserve_insertion_order = true"),
            .statement("SET TimeZone = 'UTC'"),
            .statement("SET allowed_directories = [\(session.readable.map(SQLText.literal).joined(separator: ", "))]"),
            .statement("SET enable_external_access = false"),
        ]
        if let database = session.database {
            items.append(
                .statement("ATTACH \(SQLText.literal(database)) AS cache\(session.opensForWriting ? "" : " (READ_ONLY)")"))
        }
        if let key = session.personKey {
            items.append(
                .secret("SET VARIABLE beacon_inner = \(SQLText.blob(key.inner))", shown: "-- the key of persons' references")
            )
            items.append(.secret("SET VARIABLE beacon_outer = \(SQLText.blob(key.outer))", shown: "-- and its second half"))
        }
        items.append(.statement(".safe_mode"))
        if session.opensForWriting, session.database != nil {
            items.append(.statement("CREATE TABLE IF NOT EXISTS cache.stamps (name VARCHAR, stamp VARCHAR)"))
        }
        for (name, rows) in [("holding_places", session.places.holding), ("named_places", session.places.named)] {
            items += placeTable(name, rows, session)
            guard session.opensForWriting else { continue }
            items.append(.statement("CREATE TYPE \(placeType(name)) AS ENUM (SELECT DISTINCT code FROM \(name) ORDER BY code)"))
        }
        return items
    }

    /// The codes of a table of places, as a type.
    func placeType(_ table: String) -> String { "\(table)_codes" }

    private func placeTable(_ name: String, _ rows: [Places.Row], _ session: EngineSession) -> [ScriptItem] {
        var items: [ScriptItem] = [
            .statement("CREATE TEMP TABLE \(name) (code VARCHAR, level VARCHAR, area VARCHAR)")
        ]
        guard !rows.isEmpty else { return items }
        if session.places.needFiles {
            // A statement with so many values takes seconds to parse.
            let file = SQLText.literal("\(session.workFolder)/\(name).csv")
            items.append(
                .statement(
                    """
                    INSERT INTO \(name) SELECT * FROM read_csv(\(file), auto_detect = false, header = false, delim = ',', \
                    quote = '"', escape = '"', columns = {'code': 'VARCHAR', 'level': 'VARCHAR', 'area': 'VARCHAR'})
                    """))
            return items
        }
        let values = rows.map { row in
            "(lower(\(SQLText.literal(row.code))), \(SQLText.literal(row.level)), \(SQLText.literal(row.area)))"
        }
        items.append(.statement("INSERT INTO \(name) VALUES\n\(values.joined(separator: ",\n"))"))
        return items
    }
}
