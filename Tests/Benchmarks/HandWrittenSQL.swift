import Foundation
import Measures

/// What somebody would write by hand for the same work, for the same program: one script that reads all files in one
/// statement into the same typed columns of a database file, keeps the lines that do not fit, and asks each question by
/// itself.
struct HandWrittenSQL {
    let street: StreetCrime
    let files: [URL]
    let database: URL

    static let mark = "-- answer"

    var script: String {
        let names = files.map { "'\($0.path)'" }.joined(separator: ", ")
        let places = street.geography.placements.map { placement in
            "('\(placement.code.lowercased())', '\(placement.level.rawValue)', '\(placement.area.rawValue)')"
        }
        var text = """
            .bail on
            .mode csv
            .headers off
            SET threads = 2;
            SET memory_limit = '2048MB';
            ATTACH '\(database.path)' AS cache;
            CREATE TEMP TABLE places (code VARCHAR, level VARCHAR, area VARCHAR);
            INSERT INTO places VALUES \(places.joined(separator: ", "));
            BEGIN;
            CREATE TABLE cache.street_crime AS
            SELECT filename AS file, CAST(strptime(month, '%Y-%m') AS DATE) AS date, lower(lsoa) AS place, lsoa AS area, crime_type, outcome,
            longitude, latitude
            FROM read_csv([\(names)], auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
            store_rejects = true, filename = true, columns = {'id': 'VARCHAR', 'month': 'VARCHAR', 'reporter': 'VARCHAR',
            'force': 'VARCHAR', 'longitude': 'DOUBLE', 'latitude': 'DOUBLE', 'location': 'VARCHAR', 'lsoa': 'VARCHAR',
            'lsoa_name': 'VARCHAR', 'crime_type': 'VARCHAR', 'outcome': 'VARCHAR', 'context': 'VARCHAR'});
            CREATE TABLE cache.set_aside AS
            SELECT s.file_path AS file, e.line, e.column_name, e.error_type, e.csv_line
            FROM reject_errors AS e JOIN reject_scans AS s ON s.scan_id = e.scan_id AND s.file_id = e.file_id;
            COMMIT;
            .print \(Self.mark)
            SELECT file, count(*) FROM cache.street_crime GROUP BY file ORDER BY file;

            """
        for question in StreetCrime.questions {
            text += """
                .print \(Self.mark)
                SELECT p.area, \(Self.period(question.grain)) AS period, count(*) AS n
                FROM cache.street_crime AS r JOIN places AS p ON p.code = r.place AND p.level = '\(question.level.rawValue)'
                WHERE \(question.kind.condition) GROUP BY ALL ORDER BY ALL;

                """
        }
        return text
    }

    private static func period(_ grain: Grain) -> String {
        switch grain {
        case .quarter: "year(date) * 4 + quarter(date) - 1"
        case .financialYear: "year(date) - CASE WHEN month(date) < 4 THEN 1 ELSE 0 END"
        default: "year(date) * 12 + month(date) - 1"
        }
    }

    /// Runs the script, database and all from nothing.
    ///
    /// - Returns: the seconds that it took, and the rows of each question.
    func run(_ program: String, in scratch: URL) async throws -> (seconds: Double, answers: [[[Substring]]]) {
        let (input, output) = (scratch.appending(path: "by-hand.sql"), scratch.appending(path: "by-hand.csv"))
        try? FileManager.default.removeItem(at: database)
        try script.write(to: input, atomically: false, encoding: .utf8)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program, "-init", "/dev/null", "-batch"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        let seconds = try await Stopwatch.seconds {
            try process.run()
            process.waitUntilExit()
        }
        guard process.terminationStatus == 0 else { throw BenchFailure("the SQL written by hand failed") }
        let parts = try String(contentsOf: output, encoding: .utf8).split(
            separator: Self.mark, omittingEmptySubsequences: false)
        let answers = parts.dropFirst(2).map { part in
            part.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        }
        return (seconds, answers)
    }
}
