import ModuleKit

/// Serious youth violence.
@main
struct SeriousYouthViolenceModule: PriorityModule {
    static let id = "serious-youth-violence"
    static let title = "Serious youth violence"

    var indicators: [any Indicator] {
        [Incidents(), IncidentRate(), KnifeShare(), RepeatVictims(), SchoolHoursShare(), AgainstPopulation()]
    }
}
