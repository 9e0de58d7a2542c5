import AlertStore
import Alerting
import Definitions
import Diagnostics
import Measures
import Reporting
import RuleLanguage

/// What changed since the days that pages tell of, such as boards' last meetings: from what the store remembers, and the rules as
/// they are judged now.
struct MeetingChanges {
    let definitions: Definitions
    let evaluations: [RuleEvaluation]
    /// All that is recorded, with what this run adds.
    let recorded: [RecordedTransition]
    /// Every stored run, oldest first.
    let runs: [StoredRun]

    /// The days since which the pages of any body tell, each once.
    static func days(_ definitions: Definitions, asOf: CalendarDate) -> [CalendarDate] {
        Set(definitions.partnership.bodies.map { $0.lastMet(before: asOf) }).sorted()
    }

    func changes(since days: [CalendarDate], in store: AlertStore) throws(AlertStoreError) -> [ChangesSince] {
        var changes: [ChangesSince] = []
        for day in days {
            let alerts = AlertChange.changes(in: recorded, since: day, judgedBy: evaluations)
            changes.append(
                ChangesSince(
                    since: day, alerts: alerts, earlier: try earlier(on: day, withdrawn: alerts, in: store),
                    formerRules: try formerRules(of: alerts, in: store)))
        }
        return changes
    }

    /// How things stood by the last run on a day or before; nil where there is none, or what it knew is kept no more.
    private func earlier(
        on day: CalendarDate, withdrawn alerts: [AlertChange], in store: AlertStore
    ) throws(AlertStoreError) -> ChangesSince.Earlier? {
        guard let run = runs.last(where: { $0.asOf <= day }), let whole = definitions.partnership.geography.whole else {
            return nil
        }
        let told = [whole] + definitions.partnership.geography.pagedLevels
        let known: ObservationSet
        do throws(AlertStoreError) {
            known = try store.observations(for: keys(at: whole, told, alerts), asKnownAt: run.id)
        } catch {
            guard case .pruned = error.problem else { throw error }
            return nil
        }
        let judge = Judge(definitions, over: known, asOf: run.asOf)
        let statuses = definitions.priorities.flatMap { priority in
            priority.kpis.flatMap { kpi in
                kpi.levels.filter(told.contains).flatMap { judge.statuses(of: kpi, at: $0, priority) }
            }
        }
        return ChangesSince.Earlier(asOf: run.asOf, statuses: statuses, observations: known)
    }

    /// What every KPI is told first for the whole, what its status reads at the levels told, and what rules read whose alerts were withdrawn.
    private func keys(at whole: AreaLevel, _ told: [AreaLevel], _ alerts: [AlertChange]) -> [ObservationSet.Key] {
        var keys: Set<ObservationSet.Key> = []
        func read(_ programs: [RuleProgram], at level: AreaLevel, _ grain: Grain) {
            for series in programs.flatMap(\.series) {
                keys.insert(ObservationSet.Key(kpi: series.name, level: series.level ?? level, grain: grain))
            }
        }
        for priority in definitions.priorities {
            for kpi in priority.kpis {
                if kpi.levels.contains(whole), let grain = priority.decidingGrain(of: kpi) {
                    keys.insert(ObservationSet.Key(kpi: kpi.id, level: whole, grain: grain))
                }
                guard let status = kpi.status else { continue }
                for level in kpi.levels where told.contains(level) { read(status.programs, at: level, status.grain) }
            }
        }
        let withdrawn = Set(alerts.filter { $0.kind == .withdrawn }.map(\.rule))
        for evaluation in evaluations where withdrawn.contains(evaluation.rule.id) {
            read([evaluation.rule.program], at: evaluation.level, evaluation.rule.grain)
        }
        return keys.sorted()
    }

    /// How rules were last called that alerts tell of and that the definitions no longer have.
    private func formerRules(
        of alerts: [AlertChange], in store: AlertStore
    ) throws(AlertStoreError) -> [String: ChangesSince.FormerRule] {
        let gone = Set(alerts.map(\.rule)).subtracting(definitions.rules.map(\.id))
        guard !gone.isEmpty else { return [:] }
        return Dictionary(
            try store.names().rules.filter { gone.contains($0.rule) }.map { told in
                (
                    told.rule,
                    ChangesSince.FormerRule(title: told.title, severity: told.severity, groups: told.groups)
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
