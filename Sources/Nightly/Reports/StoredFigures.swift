import AlertStore
import Alerting
import Definitions
import Diagnostics
import Measures
import Reporting

/// All that the store holds of the last run, read once.
struct StoredFigures {
    let memory: Memory
    let runs: [StoredRun]
    let observations: ObservationSet
    /// What was edited of KPIs and rules, and since when that is known.
    let edits: AlertStore.DefinitionEdits
    /// Oldest first.
    let marks: [AlertMark]
    let asOf: CalendarDate
    private let stateFolder: String

    init(_ settings: NightlySettings) throws(RunFailure) {
        stateFolder = settings.stateFolder
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            memory = try store.memory()
            guard let last = memory.lastCommitted else { throw AlertStoreError(.nothingStored(folder: stateFolder)) }
            asOf = last.asOf
            runs = try store.runs()
            observations = try store.latestObservations(for: try store.observationKeys())
            marks = try store.marks()
            edits = try store.definitionEdits()
        } catch {
            throw RunFailure(error, at: "report")
        }
    }

    func changes(_ changes: MeetingChanges, since days: [CalendarDate]) throws(RunFailure) -> [ChangesSince] {
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            return try changes.changes(since: days, in: store)
        } catch {
            throw RunFailure(error, at: "report")
        }
    }

    /// Figures of the whole area, of a year and the one before, that are told otherwise now than when they were first told.
    func restatements(of definitions: Definitions, in year: Period) throws(RunFailure) -> [Restatement] {
        let geography = definitions.partnership.geography
        guard let whole = geography.whole, let area = geography.areas(at: whole).first else { return [] }
        let keys = definitions.priorities.flatMap(\.kpis).flatMap { kpi in
            kpi.grains.map { ObservationSet.Key(kpi: kpi.id, level: whole, grain: $0) }
        }
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            return try store.restatements(
                for: Set(keys).sorted(), of: area.code, in: year.yearBefore.firstMonth...year.lastMonth)
        } catch {
            throw RunFailure(error, at: "report")
        }
    }

    /// The rules judged anew, and where every alert then stands.
    func input(_ definitions: Definitions) -> ReportInput {
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let evaluations = judge.evaluationsSideBySide()
        let advance = Advance(
            evaluations, recorded: RuleRenames(memory.renamings.filter { $0.day < asOf }).following(memory.transitions),
            defined: Set(definitions.rules.map(\.id)), asOf: asOf,
            previous: runs.last { $0.asOf < asOf }?.asOf, geography: definitions.partnership.geography)
        return ReportInput(
            definitions: definitions, standings: advance.standings, evaluations: evaluations, statuses: judge.statuses(),
            observations: observations, asOf: asOf,
            marks: AlertMarks(marks, asOf: asOf, previous: runs.last { $0.asOf < asOf }?.asOf),
            holdsMadeRecords: observations.all.contains { $0.cells.contains(where: \.made) })
    }
}
