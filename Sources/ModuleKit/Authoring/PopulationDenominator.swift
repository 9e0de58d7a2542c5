/// The people among whom events are counted: the parameters, the query and the table of a population dataset.
///
/// The population of a period is that of the year that holds its last month; where that year has none, the latest
/// earlier year's, and a later one's only where none is earlier. The year is told as the denominator's vintage.
public struct PopulationDenominator: Sendable {
    /// The parameter that names the dataset of people, and the dataset where it is left out.
    public static let datasetParameter = "population"
    public static let standardDataset = "population"

    private let requiresCondition: Bool

    /// - Parameter requiresCondition: whether the KPI has to state which people they are: an indicator among people of an age has
    ///   no meaning without, and age bands are named as the population dataset names them.
    public init(requiresCondition: Bool = false) {
        self.requiresCondition = requiresCondition
    }

    public var parameters: [ParameterDescription] {
        [
            ParameterDescription(
                Self.datasetParameter, .dataset,
                summary: "The dataset of people by area and year; `\(Self.standardDataset)` where left out."),
            ParameterDescription(
                "population_where", .text, required: requiresCondition,
                summary: requiresCondition
                    ? "The condition that says which of the population's records are the people: age bands, a sex."
                    : "A condition on the population's records: an age band, a sex."),
            ParameterDescription("population_column", .text, summary: "Its column of people; `people` where left out."),
            ParameterDescription("population_year", .text, summary: "Its column of years; `year` where left out."),
        ]
    }

    public func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByArea(
            "population", of: try request.optionalText(Self.datasetParameter) ?? Self.standardDataset,
            where: requiresCondition ? try request.text("population_where") : try request.optionalText("population_where"),
            by: [try yearColumn(request)],
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
