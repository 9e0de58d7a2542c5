/// The people among whom events are counted: the parameters, the query and the table of a population dataset.
///
/// The population of a period is that of the year that holds its last month; where that year has none, the latest
/// earlier year's, and a later one's only where none is earlier. The year is told as the denominator's vintage.
public struct PopulationDenominator: Sendable {
    /// The condition on the population dataset that is used where a KPI states none.
    private let standardCondition: String?

    public init(where standardCondition: String? = nil) {
        self.standardCondition = standardCondition
    }

    public let parameters = [
        ParameterDescription(
            "population", .dataset, summary: "The dataset of people by area and year; `population` where left out."),
        ParameterDescription(
            "population_where", .text, summary: "A condition on the population's records: an age band, a sex."),
        ParameterDescription("population_column", .text, summary: "Its column of people; `people` where left out."),
        ParameterDescription("population_year", .text, summary: "Its column of years; `year` where left out."),
    ]

    public func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByArea(
            "population", of: try request.optionalText("population") ?? "population",
            where: try request.optionalText("population_where") ?? standardCondition, by: [try yearColumn(request)],
            measures: [Measure("people", .sum(try request.optionalText("population_column") ?? "people"))])
    }

    public func figures(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> YearlyFigures {
        try YearlyFigures(
            "people", year: try yearColumn(request.request), of: try request.areaTable("population", for: frame),
            named: "population")
    }

    private func yearColumn(_ request: IndicatorRequest) throws(IndicatorError) -> String {
        try request.optionalText("population_year") ?? "year"
    }
}
