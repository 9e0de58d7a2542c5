/// A priority's module. `@main struct RoadSafetyModule: PriorityModule { … }` is a whole program: `main()` comes
/// from the kit, and so do the standard indicators.
public protocol PriorityModule: Sendable {
    /// The priority's id; the executable is `beacon-module-<id>`.
    static var id: String { get }
    static var title: String { get }
    init()
    /// What this priority adds to the standard indicators, in the order in which they are told.
    var indicators: [any Indicator] { get }
}

extension PriorityModule {
    /// All that the module answers for: its own indicators, then the standard ones.
    public var everyIndicator: [any Indicator] { indicators + StandardIndicators.all }

    public var manifest: Manifest {
        Manifest(id: Self.id, title: Self.title, indicators: everyIndicator.map(\.description))
    }
}

/// The indicators that every module offers.
public enum StandardIndicators {
    public static let all: [any Indicator] = [
        RecordCount(), DistinctCount(), ColumnSum(), ColumnStock(), ColumnAverage(), ColumnMedian(), RecordShare(), ShareOfSums(),
        PopulationRate(), PublishedFigure(),
    ]
}
