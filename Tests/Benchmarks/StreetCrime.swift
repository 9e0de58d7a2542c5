import Foundation
import Measures
import ModuleKit

/// Twenty-one months of West Mercia's street crime, the areas of Telford and Wrekin, and fifty questions as KPIs ask them: crime by
/// type, by borough, ward and LSOA, by month, quarter and financial year.
struct StreetCrime {
    /// The folder of real open data beside the project; nil where there is none.
    static let folder: URL? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let data = folder.appending(path: "shared/data")
            if FileManager.default.fileExists(atPath: data.appending(path: "police/west-mercia").path) { return data }
        }
        return nil
    }()

    static let borough = AreaLevel("borough")
    static let ward = AreaLevel("ward")
    static let lsoa = AreaLevel("lsoa")
    static let code = "E06000020"

    static let contract = DatasetContract(
        name: "street_crime", title: "Street-level crime", files: ["*-street.csv"],
        columns: [
            .init(name: "date", header: "Month", type: .date, required: true),
            .init(name: "area", header: "LSOA code", type: .area),
            .init(name: "crime_type", header: "Crime type", type: .text, required: true),
            .init(name: "outcome", header: "Last outcome category", type: .text),
            .init(name: "longitude", header: "Longitude", type: .number),
            .init(name: "latitude", header: "Latitude", type: .number),
        ],
        extent: .wider, every: .month)

    /// A kind of crime, in the rule language and in SQL.
    struct Kind {
        var name: String
        var filter: String?
        var condition: String
    }

    static let kinds: [Kind] = [
        Kind(name: "all", filter: nil, condition: "true"),
        one("crime", "!=", "Anti-social behaviour"), one("asb", "==", "Anti-social behaviour"),
        one("violence", "==", "Violence and sexual offences"), one("burglary", "==", "Burglary"),
        one("vehicle", "==", "Vehicle crime"), one("damage", "==", "Criminal damage and arson"),
        Kind(
            name: "theft",
            filter: #"crime_type in ["Bicycle theft", "Other theft", "Shoplifting", "Theft from the person"]"#,
            condition: "crime_type IN ('Bicycle theft', 'Other theft', 'Shoplifting', 'Theft from the person')"),
    ]

    private static func one(_ name: String, _ sign: String, _ type: String) -> Kind {
        Kind(
            name: name, filter: "crime_type \(sign) \"\(type)\"",
            condition: "crime_type \(sign == "==" ? "=" : "<>") '\(type)'")
    }

    struct Question {
        var kind: Kind
        var level: AreaLevel
        var grain: Grain

        var query: Query {
            Query(
                "\(kind.name)/\(level.rawValue)/\(grain)", of: "street_crime", where: kind.filter,
                by: [.area(level), .period(grain)], measures: [Measure("n", .count)])
        }
    }

    static let questions: [Question] =
        kinds.flatMap { kind in
            [borough, ward].flatMap { level in
                [Grain.month, .quarter, .financialYear].map { Question(kind: kind, level: level, grain: $0) }
            }
        } + kinds.prefix(2).map { Question(kind: $0, level: lsoa, grain: .month) }

    let geography: Geography

    /// From the official lookups: an old code whose successors lie in two wards has no ward.
    init(_ data: URL) throws {
        var wards: [String: Set<String>] = [:]
        for row in try Self.rows(data.appending(path: "areas/lookup_lsoa21_ward24_ltla24.csv")) where row.contains(Self.code)
        {
            wards[row[1]] = [row[3]]
        }
        let current = wards
        for row in try Self.rows(data.appending(path: "areas/lookup_lsoa11_lsoa21_ltla22.csv")) where row.contains(Self.code)
        {
            let codes = row.filter { $0.hasPrefix("E01") }
            guard codes.count == 2, codes[0] != codes[1] else { continue }
            wards[codes[0], default: []].formUnion(current[codes[1]] ?? [])
        }
        var areas = [Area(code: AreaCode(Self.code), name: "Telford and Wrekin", level: Self.borough)]
        areas += Set(wards.values.joined()).sorted().map { Area(code: AreaCode($0), name: $0, level: Self.ward) }
        areas += current.keys.sorted().map { Area(code: AreaCode($0), name: $0, level: Self.lsoa) }
        var placements: [Geography.Placement] = []
        for (code, wards) in wards.sorted(by: { $0.key < $1.key }) {
            placements.append(.init(code: code, level: Self.borough, area: AreaCode(Self.code)))
            if wards.count == 1, let ward = wards.first {
                placements.append(.init(code: code, level: Self.ward, area: AreaCode(ward)))
            }
            if current[code] != nil { placements.append(.init(code: code, level: Self.lsoa, area: AreaCode(code))) }
        }
        geography = Geography(levels: [Self.borough, Self.ward, Self.lsoa], areas: areas, placements: placements)
    }

    /// Rows of a file without quotes around commas in the rows that are looked for.
    private static func rows(_ file: URL) throws -> [[String]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}
