public import Measures

/// What one audience sees of the figures of a run: every page, file and mail asks here, by a figure's place.
///
/// All that the audience gets of a KPI is held together: months, quarters, years, rolling years and years to date; areas and
/// those that hold them; both parts of a percentage; and the editions of one night and the next. A count from 1 to the
/// threshold that is not shown can't be worked out from what is: for each there are other records with the same published
/// figures, in which it is another. `BoundaryChoice` says how, and why that is so.
///
/// KPIs that count records of each other are held together too: of the women and the men among all victims, none follows from
/// the two others (`FamilyBoundaries`).
///
/// Not held together are KPIs of which nobody says what records they count, weighted sums beyond their rounding, and figures that
/// were restated: what an earlier edition said otherwise, or had not yet, is taken to be unknown.
public struct PublishedFigures: Sendable {
    public let policy: DisclosurePolicy
    /// The areas among which the figures lie.
    public let geography: Geography
    private let kpis: [String: PublishedKPI]
    /// By KPI.
    private let boundaries: [String: KPIBoundaries]
    /// By set of records.
    private let ofSets: [String: KPIBoundaries]

    /// - Parameters:
    ///   - kpis: all of which the run told figures, each id once.
    ///   - sets: how the records lie in each other that the KPIs count.
    ///   - blocks: the figures of the run, those of all levels and grains.
    ///   - lessStrict: what an audience sees that may see more, of the same figures. Its readers may see this edition too,
    ///     and are to learn nothing from it.
    public init(
        under policy: DisclosurePolicy, of kpis: [PublishedKPI], sets: RecordSets = .unrelated, in geography: Geography,
        blocks: [ObservationBlock], within lessStrict: PublishedFigures? = nil
    ) {
        self.policy = policy
        self.geography = geography
        self.kpis = Dictionary(kpis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard policy.withholdUpTo > 0 else {
            boundaries = [:]
            ofSets = [:]
            return
        }
        let codes = AreaCodes(geography)
        let byKPI = Dictionary(grouping: blocks, by: \.kpi)
        var ofSets: [String: KPIBoundaries] = [:]
        let families = RecordFamily.families(kpis, sets)
        for family in families {
            let made = FamilyBoundaries(family, byKPI, codes: codes, under: policy) { lessStrict?.ofSets[$0] }
            ofSets.merge(made.bySet) { first, _ in first }
        }
        self.ofSets = ofSets
        let related = Set(families.flatMap(\.members).flatMap { $0.sources.map(\.kpi.id) })
        var boundaries: [String: KPIBoundaries] = [:]
        for kpi in kpis where !kpi.isPublished && !related.contains(kpi.id) {
            boundaries[kpi.id] = byKPI[kpi.id].flatMap {
                KPIBoundaries(kpi, $0, codes: codes, under: policy, within: lessStrict?.boundaries[kpi.id])
            }
        }
        self.boundaries = boundaries
    }

    /// What the audience sees of an observation.
    ///
    /// - Parameters:
    ///   - kpi: the KPI's id. Of one that the run does not know nothing is shown.
    ///   - area: the area that it is told of.
    public func disclosed(
        _ observation: Observation, of kpi: String, area: AreaCode, period: Period
    ) -> DisclosedObservation {
        guard !policy.isOpen, observation.state == .reported, observation.value != nil else { return .shown(observation) }
        guard let known = kpis[kpi] else { return .withheld(.unknownCount) }
        var seen = policy.disclosed(observation, unit: known.unit, isPublished: known.isPublished)
        if known.tellsWeights, case .shown(let told) = seen, let value = observation.roundedByOneEvent {
            seen = .rounded(told.rounded(to: value))
        }
        guard policy.withholdUpTo > 0, !known.isPublished, seen.observation != nil else { return seen }
        guard let held = boundaries(of: known) else { return .withheld(.unknownCount) }
        return held.lazy.compactMap { $0.reasonToWithhold(area, period) }.first.map(DisclosedObservation.withheld) ?? seen
    }

    /// Whether the audience sees a KPI's figures rounded, so that what is made of exact ones would tell more.
    public func isRounding(_ kpi: String) -> Bool {
        guard !policy.isOpen, let known = kpis[kpi], !known.isPublished else { return false }
        return policy.roundTo > 1 || known.tellsWeights
    }

    /// Those that a figure's period has to keep; nil where there are none for the KPI.
    private func boundaries(of kpi: PublishedKPI) -> [KPIBoundaries]? {
        if let own = boundaries[kpi.id] { return [own] }
        guard let records = kpi.records.flatMap({ ofSets[$0] }) else { return nil }
        guard let whole = kpi.wholeRecords else { return [records] }
        return ofSets[whole].map { [$0, records] }
    }
}
