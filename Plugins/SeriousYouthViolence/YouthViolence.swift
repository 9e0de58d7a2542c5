import ModuleKit

/// The dataset `youth_violence_incidents`, and which of its records are serious youth violence: a victim or a suspect
/// under `under_age`, and one of the listed `offences`. What is serious and who is young is each partnership's to say, so
/// both have to be stated.
///
/// An incident whose ages are both unknown does not count.
enum YouthViolence {
    static let name = "youth_violence_incidents"
    static let use = DatasetUse(
        name,
        columns: [
            ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("offence", .text),
            ColumnUse("victim_age", .whole), ColumnUse("suspect_age", .whole), ColumnUse("knife", .truth),
            ColumnUse("victim", .person),
        ])

    static let parameters = [
        ParameterDescription(
            "under_age", .number, required: true, summary: "The age that a victim or suspect is under."),
        ParameterDescription(
            "offences", .texts, required: true, summary: "The offences that count, as the dataset names them."),
    ]

    /// Incidents as the parameters name them.
    static func counted(part: [CountedRecords.Criterion]? = nil) -> CountedRecords {
        CountedRecords(
            of: name, where: [.following(parameters: ["under_age"]), .value(column: "offence", parameter: "offences")], part: part)
    }

    static func condition(_ request: IndicatorRequest) throws(IndicatorError) -> String? {
        let age = try request.whole("under_age")
        return Condition.all(
            "victim_age < \(age) or suspect_age < \(age)", Condition.oneOf("offence", try request.texts("offences")))
    }

    static func queries(_ measures: [Measure], for request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod("incidents", of: name, where: try condition(request), measures: measures)
    }
}
