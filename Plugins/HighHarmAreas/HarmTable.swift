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

    static let crime = "street_crime"
    static let weights = "harm_weights"
    static let datasets = [
        DatasetUse(
            crime, columns: [ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("crime_type", .text)]),
        DatasetUse(
            weights,
            columns: [ColumnUse("crime_type", .text), ColumnUse("weight", .number), ColumnUse("edition", .text)]),
    ]
    static let edition = ParameterDescription(
        "edition", .text, summary: "The edition of the weights; the only one that the dataset holds where left out.")

    /// Records by area, period and crime type, and the weights.
    static func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            "crime", of: crime, where: try request.condition(), by: ["crime_type"], measures: [Measure("n", .count)])
            + [
                Query(
                    weights, of: weights, by: [.column("crime_type"), .column("edition")],
                    measures: [Measure("least", .minimum("weight")), Measure("greatest", .maximum("weight"))])
            ]
    }

    private(set) var sums: [Key: Sums] = [:]
    /// Crime types that have a weight.
    private(set) var weightedTypes: Set<String> = []
    /// Crime types that occur and have no weight.
    private(set) var unweighted: Set<String> = []

    /// - Parameter types: only records of these count; nil for all.
    init(for frame: Frame, of request: ComputeRequest, only types: Set<String>? = nil) throws(IndicatorError) {
        self.init(
            crime: try request.table("crime", for: frame),
            weightOf: try Self.weights(
                try request.table(Self.weights), edition: try request.request.optionalText("edition")),
            only: types)
    }

    /// The weights of one edition by crime type.
    private static func weights(_ table: Table, edition: String?) throws(IndicatorError) -> [String: Double] {
        guard table.rowCount > 0 else { return [:] }
        let types = table.texts("crime_type")
        let editions = table.texts("edition")
        let least = table.numbers("least")
        let greatest = table.numbers("greatest")
        guard [types.count, editions.count, least.count, greatest.count].min() == table.rowCount else {
            throw .missingColumn("crime_type, edition, least or greatest", table: weights)
        }
        let known = Set(editions).sorted()
        guard let wanted = edition ?? (known.count == 1 ? known.first : nil), known.contains(wanted) else {
            throw .unfitParameter(
                "edition", expected: "one of the editions that harm_weights holds: \(known.joined(separator: ", "))")
        }
        var weightOf: [String: Double] = [:]
        for row in 0..<table.rowCount where editions[row] == wanted && least[row] >= 0 {
            guard least[row] == greatest[row] else { throw .repeatedGroup("\(types[row]) in \(wanted)", table: weights) }
            weightOf[types[row]] = least[row]
        }
        return weightOf
    }

    private init(crime: Table, weightOf: [String: Double], only wanted: Set<String>?) {
        weightedTypes = Set(weightOf.keys)
        let areas = crime.texts("area")
        let types = crime.texts("crime_type")
        let counts = crime.numbers("n")
        for (row, period) in crime.numbers("period").enumerated() {
            guard row < areas.count, row < types.count, row < counts.count, let period = Int(exactly: period) else {
                continue
            }
            guard wanted?.contains(types[row]) ?? true else { continue }
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

    /// What the reader should know: which types count nothing.
    var notes: [String] {
        unweighted.isEmpty ? [] : ["no weight is given for \(unweighted.sorted().joined(separator: ", ")): not counted"]
    }
}
