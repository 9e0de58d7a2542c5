import ModuleKit

/// Deaths and serious injury on the roads.
@main
struct RoadSafetyModule: PriorityModule {
    static let id = "road-safety"
    static let title = "Deaths and serious injury on the roads"

    var indicators: [any Indicator] {
        [
            KilledOrSeriouslyInjured(), KilledOrSeriouslyInjuredRate(), AdjustedKilledOrSeriouslyInjured(), Deaths(),
            SeverityRatio(), Clusters(), NewClusters(),
        ]
    }
}
