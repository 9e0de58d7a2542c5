import Measures

/// DuckDB's SQL and the commands of its command-line program.
struct DuckDBDialect: SQLDialect {
    /// The oldest version on which the tests were run; `allowed_directories`, without which there is no sandbox, came
    /// with 1.2.
    let leastVersion = "1.4"
    let engine = "DuckDB"
    let program = "duckdb"
    let store = (file: "cache.duckdb", others: ["cache.duckdb.wal"])

    var version: String { "duckdb-2" }

    func widened(_ statement: String) -> String { "SELECT *, 1 FROM (\(statement))" }

    func removal(of table: String) -> [ScriptItem] {
        let drops =
            RecordTable.isView(table)
            ? ["DROP VIEW IF EXISTS cache.\(table)", "DROP TABLE IF EXISTS cache.\(table)_unfit"]
            : ["DROP TABLE IF EXISTS cache.\(table)"]
        return drops.map(ScriptItem.statement) + [
            .statement("DELETE FROM cache.stamps WHERE name = \(SQLText.literal(table))")
        ]
    }

    func blamesCache(_ complaint: String) -> Bool {
        ["IO Error", "Serialization Error", "INTERNAL Error", "FATAL Error", "Catalog Error"].contains {
            complaint.contains($0)
        }
    }

    func assertion(table: String, stamp: String) -> ScriptItem {
        // Under a name of its own, or its row would be one more of the answer before.
        .answer(
            name: "\(table) stamp",
            """
            SELECT CASE WHEN count(*) = 1 THEN true ELSE error('the cache is not what its index says') END AS held
            FROM cache.stamps WHERE name = \(SQLText.literal(table)) AND stamp = \(SQLText.literal(stamp))
            """)
    }
}

/// Safe texts for DuckDB's SQL.
enum SQLText {
    /// A text as a literal. Control characters are spelled by number, so that no value can end a line of the script.
    static func literal(_ text: String) -> String {
        var parts: [String] = []
        var part = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                parts.append("'\(part)'")
                parts.append("chr(\(scalar.value))")
                part = ""
            } else {
                part.unicodeScalars.append(scalar)
                if scalar == "'" { part += "'" }
            }
        }
        parts.append("'\(part)'")
        return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " || ") + ")"
    }

    /// A name in double quotes; of control characters nothing is left.
    static func identifier(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text += "\"" }
        }
        return "\"\(text)\""
    }

    /// A whole number as such; any other in the notation that makes it a double, never a decimal.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "NULL" }
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
        let text = "\(value)"
        return text.contains("e") ? text : text + "e0"
    }

    static func date(_ date: CalendarDate) -> String { "DATE '\(date)'" }

    static func list(_ texts: [String]) -> String { "(" + texts.map(literal).joined(separator: ", ") + ")" }

    static func blob(_ bytes: [UInt8]) -> String {
        let digits = bytes.map { byte in
            "\\x" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
        }
        return "'\(digits.joined())'::BLOB"
    }
}
