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
            observations: observations, asOf: asOf, marks: AlertMarks(marks, asOf: asOf, previous: runs.last { $0.asOf < asOf }?.asOf),
            holdsMadeRecords: observations.all.contains { $0.cells.contains(where: \.made) })
    }
}
