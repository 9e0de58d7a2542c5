import ModuleKit

extension DuckDBDialect {
    func storedType(_ type: ColumnType) -> String {
        switch type {
        case .text, .area, .person: "VARCHAR"
        case .number: "DOUBLE"
        case .whole: "BIGINT"
        case .date: "DATE"
        case .moment: "TIMESTAMP"
        case .truth: "BOOLEAN"
        }
    }

    /// The typed value of a text, NULL where it is not of the type.
    func converted(_ value: String, to type: ColumnType) -> String {
        switch type {
        case .text, .area: value
        case .person:
            // HMAC-SHA-256, its first 128 bits.
            """
            left(sha256(getvariable('beacon_outer') || unhex(sha256(getvariable('beacon_inner') || encode(\(value))))), 32)
            """
        case .number:
            "CASE WHEN NOT isfinite(TRY_CAST(\(value) AS DOUBLE)) THEN NULL "
                + "WHEN \(isNumber(value)) THEN TRY_CAST(\(value) AS DOUBLE) END"
        case .whole:
            "CASE WHEN NOT isfinite(TRY_CAST(\(value) AS DOUBLE)) THEN NULL WHEN \(isNumber(value)) "
                + "AND TRY_CAST(\(value) AS DOUBLE) = floor(TRY_CAST(\(value) AS DOUBLE)) "
                + "AND abs(TRY_CAST(\(value) AS DOUBLE)) <= 9007199254740992 "
                + "THEN CAST(TRY_CAST(\(value) AS DOUBLE) AS BIGINT) END"
        case .date:
            // A month, as most sources write it, is tried by itself first: a list of forms costs as much as all that fail.
            "CAST(coalesce(CASE WHEN strlen(\(value)) = 7 THEN try_strptime(\(value), '%Y-%m') END, "
                + "try_strptime(\(value), ['%Y-%m-%d', '%Y-%m', '%Y', '%d/%m/%Y'])) AS DATE)"
        case .moment:
            // The time of day as it stands in the file: an offset from UTC is read over.
            "CASE WHEN regexp_full_match(\(value), "
                + "'[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?') "
                + "THEN TRY_CAST(regexp_replace(\(value), '(Z|[+-][0-9]{2}:?[0-9]{2})$', '') AS TIMESTAMP) END"
        case .truth:
            "CASE WHEN lower(\(value)) IN ('yes', 'true', '1') THEN true "
                + "WHEN lower(\(value)) IN ('no', 'false', '0') THEN false END"
        }
    }

    /// Plain decimal or scientific notation only: no separators, no `inf`, no `nan`. Of what the engine can turn into a finite
    /// number, only text with one of a few characters needs the dear look.
    private func isNumber(_ value: String) -> String {
        let odd = ["'_'", "'e'", "'E'", "' '"] + (9...13).map { "chr(\($0))" }
        return "(NOT (\(odd.map { "contains(\(value), \($0))" }.joined(separator: " OR "))) OR "
            + "regexp_full_match(\(value), '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?'))"
    }
}
