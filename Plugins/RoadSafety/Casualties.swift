import ModuleKit

/// The dataset `casualties`: a record for each person hurt in a collision that the police reported (STATS19), with
/// its date, area, severity (Fatal, Serious or Slight), mode and age band.
enum Casualties {
    static let name = "casualties"
    static let use = DatasetUse(
        name,
        columns: [
            ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("severity", .text), ColumnUse("mode", .text),
            ColumnUse("age_band", .text),
        ])

    static let parameters = [
        ParameterDescription(
            "severities", .texts, required: true,
            summary: "The severities that count, of those that the dataset's contract lists."),
        ParameterDescription("mode", .texts, summary: "Only casualties of this mode, or these: Pedal Cycle, Pedestrian."),
        ParameterDescription(
            "age_bands", .texts, summary: "Only casualties of these age bands; of children 0-5, 6-10 and 11-15."),
    ]

    private static let ofModeAndAge: [CountedRecords.Criterion] = [
        .value(column: "mode", parameter: "mode"), .value(column: "age_band", parameter: "age_bands"),
    ]
    private static let ofSeverity: [CountedRecords.Criterion] = [.value(column: "severity", parameter: "severities")]
    /// Casualties of the severities, modes and age bands that the KPI names.
    static let ofAll = CountedRecords(of: name, where: ofSeverity + ofModeAndAge)
    /// Those of the severities among those of every severity.
    static let ofEverySeverity = CountedRecords(of: name, where: ofModeAndAge, part: ofSeverity)

    /// The condition that a casualty of a severity satisfies that counts.
    static func counted(_ request: IndicatorRequest) throws(IndicatorError) -> String {
        Condition.oneOf("severity", try request.texts("severities"))
    }

    /// The condition that the KPI's mode and age bands make.
    static func condition(_ request: IndicatorRequest) throws(IndicatorError) -> String? {
        Condition.all(
            try request.optionalTexts("mode").map { Condition.oneOf("mode", $0) },
            try request.optionalTexts("age_bands").map { Condition.oneOf("age_band", $0) })
    }

    /// The count of casualties of the severities, mode and age bands that the KPI names.
    static func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            name, of: name, where: Condition.all(try counted(request), try condition(request)),
            measures: [Measure("n", .count)])
    }
}
