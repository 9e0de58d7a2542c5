public import Measures

/// What one audience sees of the figures of a run: every page, file and mail asks here, by a figure's place.
public struct PublishedFigures: Sendable {
    public let policy: DisclosurePolicy
    /// The areas among which the figures lie.
    public let geography: Geography
    private let kpis: [String: PublishedKPI]

    /// - Parameters:
    ///   - kpis: all of which the run told figures, each id once.
    ///   - blocks: the figures of the run, those of all levels and grains.
    public init(under policy: DisclosurePolicy, of kpis: [PublishedKPI], in geography: Geography, blocks: [ObservationBlock]) {
        self.policy = policy
        self.geography = geography
        self.kpis = Dictionary(kpis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the audience sees of an observation.
    ///
    /// - Parameters:
    ///   - kpi: the KPI's id. Of one that the run does not know nothing is shown.
    ///   - area: the area that it is told of.
    public func disclosed(_ observation: Observation, of kpi: String, area: AreaCode, period: Period) -> DisclosedObservation {
        guard !policy.isOpen else { return .shown(observation) }
        guard let known = kpis[kpi] else { return .withheld(.unknownCount) }
        return policy.disclosed(observation, unit: known.unit, isPublished: known.isPublished)
    }

    /// Why the audience may not see an observation; nil where it may.
    public func reasonToWithhold(
        _ observation: Observation, of kpi: String, area: AreaCode, period: Period
    ) -> WithholdingReason? {
        if case .withheld(let reason) = disclosed(observation, of: kpi, area: area, period: period) { reason } else { nil }
    }
}

/// What disclosure control has to know of a KPI.
public struct PublishedKPI: Sendable, Hashable {
    public var id: String
    public var unit: Unit
    /// Whether its figures are as a source published them: they are shown as they are.
    public var isPublished: Bool

    public init(id: String, unit: Unit, isPublished: Bool) {
        self.id = id
        self.unit = unit
        self.isPublished = isPublished
    }
}
