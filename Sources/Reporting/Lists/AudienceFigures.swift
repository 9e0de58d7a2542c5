import Alerting
import Definitions
import Disclosure

/// What each audience sees of the figures of a run. Made once: what is told of one figure decides what is told of others.
struct AudienceFigures {
    /// Every figure, for those who run Beacon.
    let all: FigureSight
    private let byAudience: [String: FigureSight]
    /// For readers whose audience the definitions do not name.
    private let ofUnknown: FigureSight

    init(_ input: ReportInput) {
        let partnership = input.definitions.partnership
        let counted = CountedSets(input.definitions.priorities.flatMap(\.kpis))
        let (kpis, sets) = (counted.published, counted.places)
        let blocks = input.observations.all
        func figures(_ policy: DisclosurePolicy, within lessStrict: PublishedFigures? = nil) -> PublishedFigures {
            PublishedFigures(
                under: policy, of: kpis, sets: sets, in: partnership.geography, blocks: blocks, within: lessStrict)
        }
        let needed = partnership.audiences.map(DisclosurePolicy.init(of:)) + (Self.hasUnknown(partnership) ? [.strict] : [])
        // Each within the one before: who may see the less strict edition is to learn nothing from the stricter one.
        var byPolicy: [DisclosurePolicy: PublishedFigures] = [:]
        var before: PublishedFigures?
        for policy in Set(needed).sorted(by: { $0.isLessStrict(than: $1) }) {
            let made = figures(policy, within: before)
            byPolicy[policy] = made
            if policy.withholdUpTo > 0 { before = made }
        }
        all = FigureSight(figures: figures(.open))
        let sights = byPolicy.mapValues(FigureSight.init)
        byAudience = Dictionary(
            partnership.audiences.compactMap { audience in sights[DisclosurePolicy(of: audience)].map { (audience.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        ofUnknown = sights[.strict] ?? all
    }

    /// What an audience sees, by its id.
    subscript(_ audience: String) -> FigureSight { byAudience[audience] ?? ofUnknown }

    private static func hasUnknown(_ partnership: Partnership) -> Bool {
        partnership.bodies.contains { partnership.audience($0.audience) == nil }
    }
}
