import Measures
import ModuleKit

/// The small areas among which crime is ranked: LSOAs unless `small_area_level` says otherwise.
enum SmallAreas {
    static let crime = DatasetUse("street_crime", columns: [ColumnUse("date", .date), ColumnUse("area", .area)])

    static let levelParameter = ParameterDescription(
        "small_area_level", .level, summary: "The level of the small areas; lsoa where left out.")
    private static let standardLevel = "lsoa"

    /// The levels whose areas hold small areas; `itself` where the small areas' own is told too.
    static func levels(itself: Bool) -> LevelOffer {
        .holding(parameter: levelParameter.name, standard: standardLevel, itself: itself)
    }

    static func level(_ request: IndicatorRequest) throws(IndicatorError) -> String {
        try request.optionalText(levelParameter.name) ?? standardLevel
    }

    /// Records by small area and period of a grain, within each area of a level.
    ///
    /// - Parameter level: nil to rank all small areas together.
    static func query(within level: String?, grain: String, for request: IndicatorRequest) throws(IndicatorError) -> Query {
        Query(
            name(within: level, grain), of: crime.name, where: try request.condition(),
            by: (level.map { [.area(level: $0)] } ?? [])
                + [.part(level: try Self.level(request)), .period(grain: grain)],
            measures: [Measure("n", .count)])
    }

    static func name(within level: String?, _ grain: String) -> String {
        (["small areas"] + [level, grain].compactMap(\.self)).joined(separator: "/")
    }

    /// A tenth of so many small areas, rounded up.
    static func tenth(of number: Int) -> Int { (number + 9) / 10 }
}
