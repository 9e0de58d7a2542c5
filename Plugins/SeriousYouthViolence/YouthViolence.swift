import ModuleKit

/// The dataset `youth_violence_incidents`, and which of its records are serious youth violence: a victim or a suspect
/// under `under_age` (25 unless stated), and one of the listed `offences` (any, where none is listed).
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
            "under_age", .number, summary: "The age that a victim or suspect is under; 25 where left out."),
        ParameterDescription("offences", .texts, summary: "The offences that count; all where left out."),
    ]

    static func condition(_ request: IndicatorRequest) throws(IndicatorError) -> String? {
        let age = try request.whole("under_age", default: 25)
        return Condition.all(
            "victim_age < \(age) or suspect_age < \(age)",
            try request.optionalTexts("offences").map { Condition.oneOf("offence", $0) })
    }

    static func queries(_ measures: [Measure], for request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod("incidents", of: name, where: try condition(request), measures: measures)
    }
}
