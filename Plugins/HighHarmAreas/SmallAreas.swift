import Measures
import ModuleKit

/// The small areas among which crime is ranked: LSOAs unless `small_area_level` says otherwise.
enum SmallAreas {
    static let crime = DatasetUse("street_crime", columns: [ColumnUse("date", .date), ColumnUse("area", .area)])

    static let levelParameter = ParameterDescription(
        "small_area_level", .text, summary: "The level of the small areas; lsoa where left out.")
    static let parameters = [
        ParameterDescription.ownCondition, levelParameter,
        ParameterDescription("small_areas", .number, summary: "How many small areas there are."),
    ]

    static func level(_ request: IndicatorRequest) throws(IndicatorError) -> String {
        try request.optionalText("small_area_level") ?? "lsoa"
    }

    /// Records by small area and period of a grain.
    static func query(grain: String, for request: IndicatorRequest) throws(IndicatorError) -> Query {
        Query(
            name(grain), of: crime.name, where: try request.condition(),
            by: [.area(level: try level(request)), .period(grain: grain)], measures: [Measure("n", .count)])
    }

    static func name(_ grain: String) -> String { "small areas/\(grain)" }

    /// A tenth of the small areas, rounded up: of as many as the KPI states, or as have a record in any period of the table where
    /// those are more.
    static func tenth(of table: Table, for request: IndicatorRequest) throws(IndicatorError) -> Int {
        let number = max(try request.whole("small_areas", default: 0), Set(table.texts("area")).count)
        return (number + 9) / 10
    }
}
