import AlertStore
import Alerting
import Definitions
import Diagnostics
import Measures
import Warehouse

/// What a run learned of figures that runs on earlier dates had told, and the verdicts that this changes.
struct Revision {
    var restatements: [Restatement] = []
    var rejudged: [RejudgedVerdict] = []
    /// Whether the definitions are others than on that night.
    var definitionsWereEdited = false

    /// Nothing, for the first run of a store.
    init() {}

    /// - Parameters:
    ///   - night: the last run on an earlier date. What a run on the same date learned is news as long as the date stands.
    ///   - learned: what the run's observations tell otherwise than that night.
    init(
        of judged: JudgedRun, _ advance: Advance, since night: StoredRun, _ learned: LearnedFigures, in store: AlertStore,
        asOf: CalendarDate
    ) throws(AlertStoreError) {
        let learned = judged.told(learned)
        guard !learned.isEmpty else { return }
        let places = learned.restated.union(learned.arrived)
        let keys = Set(places.map { ObservationSet.Key(kpi: $0.kpi, level: $0.level, grain: $0.period.grain) })
        var before = judged.observations
        for block in try store.observations(for: keys.sorted(), asKnownAt: night.id).all { before.insert(block) }
        restatements = learned.restatements
        definitionsWereEdited = night.definitionsFingerprint != judged.definitionsFingerprint
        rejudged = Judge(judged.definitions, over: before, asOf: asOf)
            .rejudged(judged.evaluations, by: learned, standings: advance.standings)
    }
}

extension JudgedRun {
    /// Without the figures that were taken back only because a dataset could not be used: that is told as what it is.
    fileprivate func told(_ learned: LearnedFigures) -> LearnedFigures {
        let unusable = Set(fetched.receipts.filter { $0.standing != .usable }.map(\.dataset))
        guard !unusable.isEmpty else { return learned }
        let kpis = definitions.priorities.flatMap(\.kpis).filter { !unusable.isDisjoint(with: $0.datasets) }
        let names = Set(kpis.map(\.id))
        return learned.filter { $0.after.value != nil || !names.contains($0.place.kpi) }
    }
}
