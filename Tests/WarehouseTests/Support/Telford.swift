import Measures

/// Telford and Wrekin from the official lookups: the borough, its wards, and record codes of both vintages.
struct Telford {
    static let borough = AreaLevel("borough")
    static let ward = AreaLevel("ward")
    static let code = "E06000020"

    let geography: Geography
    /// Wards in which the successors of each LSOA code lie.
    let wards: [String: Set<String>]

    init() throws {
        var wards: [String: Set<String>] = [:]
        var wardNames: [String: String] = [:]
        for row in try RealData.rows("areas/lookup_lsoa21_ward24_ltla24.csv") where row["ltla24_code"] == Self.code {
            wards[row["lsoa21_code"] ?? ""] = [row["ward24_code"] ?? ""]
            wardNames[row["ward24_code"] ?? ""] = row["ward24_name"]
        }
        let current = wards
        for row in try RealData.rows("areas/lookup_lsoa11_lsoa21_ltla22.csv") where row["ltla22_code"] == Self.code {
            guard let old = row["lsoa11_code"], let new = row["lsoa21_code"], old != new else { continue }
            wards[old, default: []].formUnion(current[new] ?? [])
        }
        self.wards = wards
        var areas = [Area(code: AreaCode(Self.code), name: "Telford and Wrekin", level: Self.borough)]
        areas += wardNames.sorted { $0.key < $1.key }.map { Area(code: AreaCode($0.key), name: $0.value, level: Self.ward) }
        var placements: [Geography.Placement] = []
        for (lsoa, wards) in wards {
            placements.append(.init(code: lsoa, level: Self.borough, area: AreaCode(Self.code)))
            guard wards.count == 1, let ward = wards.first else { continue }
            placements.append(.init(code: lsoa, level: Self.ward, area: AreaCode(ward)))
        }
        geography = Geography(levels: [Self.borough, Self.ward], areas: areas, placements: placements)
    }
}
