import ModuleKit

/// Records by area, period and crime type, added up by weight.
struct HarmTable {
    struct Key: Hashable {
        var area: String
        var period: Int
    }

    struct Sums {
        /// Records of types that have a weight.
        var count = 0.0
        /// Σ count × weight.
        var weighted = 0.0
        /// Σ count × weight².
        var squared = 0.0
    }

    private(set) var sums: [Key: Sums] = [:]
    /// Crime types that occur and have no weight.
    private(set) var unweighted: Set<String> = []

    init(crime: Table, weights: Table) {
        let weightOf = Dictionary(
            zip(weights.texts("crime_type"), weights.numbers("weight")).filter { $0.1 >= 0 },
            uniquingKeysWith: { first, _ in first })
        let areas = crime.texts("area")
        let types = crime.texts("crime_type")
        let counts = crime.numbers("n")
        for (row, period) in crime.numbers("period").enumerated() {
            guard row < areas.count, row < types.count, row < counts.count, let period = Int(exactly: period) else {
                continue
            }
            guard let weight = weightOf[types[row]] else {
                unweighted.insert(types[row])
                continue
            }
            let key = Key(area: areas[row], period: period)
            sums[key, default: Sums()].count += counts[row]
            sums[key, default: Sums()].weighted += counts[row] * weight
            sums[key, default: Sums()].squared += counts[row] * weight * weight
        }
    }
}
