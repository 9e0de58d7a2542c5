import ModuleKit

/// Domestic abuse: partnership, prevention, provision, pursuing and protection.
@main
struct DomesticAbuseModule: PriorityModule {
    static let id = "domestic-abuse"
    static let title = "Domestic abuse"

    var indicators: [any Indicator] {
        [
            MaracRate(), MaracRepeatShare(), MaracPoliceShare(), MaracReturns(), VisibleShare(), EducationSettings(),
            ReviewsOverdue(),
        ]
    }
}
