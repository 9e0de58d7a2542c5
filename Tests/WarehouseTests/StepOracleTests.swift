import Foundation
import Measures
import ModuleKit
import Randomness
import Testing

@testable import Warehouse

/// Record steps against a reckoning that looks at every pair of records.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct StepOracleTests {
    struct Record {
        var number: Int
        var day: Int?
        var minute: Int
        var child: String
        var kind: String
        var lon: Double?
        var lat: Double?

        var moment: Int? { day.map { $0 * 1440 + minute } }
    }

    /// Few people, days and places, so that ties, repeats and windows' ends are frequent.
    static func records(_ seed: UInt64) -> [Record] {
        var random = SplitMix(seed: seed)
        let start = 19_750  // 2024-01-28: a leap day lies ahead.
        return (0..<Int.random(in: 1...60, using: &random)).map { number in
            Record(
                number: number,
                day: Int.random(in: 0..<12, using: &random) == 0 ? nil : start + Int.random(in: 0..<40, using: &random),
                minute: Int.random(in: 0..<3, using: &random) * 700,
                child: ["Ann", "Ben", "Cat", ""].randomElement(using: &random) ?? "",
                kind: ["m", "a", ""].randomElement(using: &random) ?? "",
                lon: Bool.random(using: &random) ? Double(Int.random(in: -240...(-238), using: &random)) / 100 : nil,
                lat: Bool.random(using: &random) ? Double(Int.random(in: 5268...5270, using: &random)) / 100 : nil)
        }
    }

    static func keys(_ record: Record, _ columns: [String]) -> [String]? {
        let keys = columns.map { $0 == "child" ? record.child : record.kind }
        return keys.contains("") ? nil : keys
    }

    /// The value of each record, by its number.
    static func expected(_ step: RecordStep, _ records: [Record]) -> [Int: String] {
        func takesPart(_ record: Record) -> Bool { step.among == nil || record.kind == "m" }
        var values: [Int: String] = [:]
        for record in records {
            values[record.number] = ""
            guard takesPart(record) else { continue }
            switch step.function {
            case .gap(let columns):
                guard let day = record.day, let moment = record.moment, let own = keys(record, columns) else { continue }
                var best: Record?
                for other in records where takesPart(other) && keys(other, columns) == own {
                    guard let theirs = other.moment, (theirs, other.number) < (moment, record.number) else { continue }
                    if let found = best?.moment, (theirs, other.number) < (found, best?.number ?? 0) { continue }
                    best = other
                }
                if let before = best?.day { values[record.number] = "\(day - before)" }
            case .count(let columns, let days):
                guard let day = record.day, let moment = record.moment, let own = keys(record, columns) else { continue }
                let near = records.filter { other in
                    guard takesPart(other), keys(other, columns) == own, let theirs = other.moment, let theirDay = other.day
                    else {
                        return false
                    }
                    return theirs <= moment && theirDay >= day - days
                }
                values[record.number] = "\(near.count)"
            case .grid(_, _, let metres):
                guard let lon = record.lon, let lat = record.lat else { continue }
                let height = metres / 111_195.08
                let row = (lat / height).rounded(.down)
                let column = (lon * cos((row + 0.5) * height * .pi / 180) / height).rounded(.down)
                values[record.number] = "\(Int(row)):\(Int(column))"
            }
        }
        return values
    }

    @Test(arguments: 0..<24)
    func agrees(_ seed: Int) async throws {
        let dated: ColumnType = seed.isMultiple(of: 2) ? .moment : .date
        var records = Self.records(UInt64(seed))
        if dated == .date { for index in records.indices { records[index].minute = 0 } }
        let days = [1, 3, 7, 30][seed % 4]
        let among = seed % 3 == 0 ? "kind == \"m\"" : nil
        let steps = [
            RecordStep("since", .gap(of: ["child"]), among: among), RecordStep("since_kind", .gap(of: ["child", "kind"])),
            RecordStep("often", .count(of: ["child"], withinDays: days), among: among),
            RecordStep("often_kind", .count(of: ["kind"], withinDays: days)),
            RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: [100, 900, 5_000][seed % 3]), among: among),
        ]
        let lines = records.map { record in
            let day = record.day.map { "\(CalendarDate(daysSince1970: $0))" } ?? ""
            let time =
                dated == .moment && record.day != nil
                ? String(format: "T%02d:%02d", record.minute / 60, record.minute % 60) : ""
            let places = [record.lon, record.lat].map { $0.map { "\($0)" } ?? "" }
            return "\(record.number),\(day)\(time),\(record.child),,\(record.kind),\(places.joined(separator: ","))"
        }
        let found = try await Episodes.values(lines, steps, dated: dated)
        #expect(found.count == records.count)
        let expected = steps.map { Self.expected($0, records) }
        for record in records {
            let values = expected.map { $0[record.number] }
            #expect(found["\(record.number)"] == values.compactMap { $0 }, "seed \(seed), record \(record.number)")
        }
    }
}
