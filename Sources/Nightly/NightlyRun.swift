import AlertStore
import Alerting
import Definitions
import Delivery
import Diagnostics
import Foundation
import Measures
import ModuleHost
import ModuleKit
import Reporting
import Warehouse

/// The nightly run: a list of named, timed stages, each from values to values.
public struct NightlyRun: Sendable {
    let settings: NightlySettings
    private let progress: any StageProgress

    public init(settings: NightlySettings, progress: any StageProgress) {
        self.settings = settings
        self.progress = progress
    }

    /// Runs all stages.
    ///
    /// - Throws: where the run could not finish. What was stored and published before stands as it was.
    public func run() async throws(RunFailure) -> RunOutcome {
        let clock = StageClock(progress)
        let roster = ModuleRoster(folders: settings.moduleFolders, stateFolder: settings.stateFolder)
        let store = try StoredMemory.open(settings)
        defer { store.close() }

        let files = clock.time("load") { DefinitionFiles.read(from: settings.rulesFolder) }
        let checked = await clock.time("check") { await settings.checkDefinitions(files, roster) }
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }

        let planned = await clock.time("plan") { await PlannedPriority.all(of: definitions, roster, checked.offers) }
        let fetched = try await clock.time("fetch") { () async throws(RunFailure) in try await fetch(planned, definitions) }
        let computed = await clock.time("compute") { await compute(planned, fetched, definitions) }
        let recorded = clock.time("record") { record(computed, definitions) }
        let (evaluations, statuses) = clock.time("evaluate") {
            let judge = Judge(definitions, over: recorded, asOf: settings.asOf)
            return (judge.evaluationsSideBySide(), judge.statuses())
        }
        let faults = Self.faults(planned, fetched, computed)
        let judged = JudgedRun(
            definitions: definitions, definitionFiles: files.files, fetched: fetched, observations: recorded,
            evaluations: evaluations, statuses: statuses, notes: computed.notes, faults: faults,
            modules: planned.compactMap(\.session?.location))
        let stored = try clock.time("transition") { () throws(RunFailure) in try store.advance(judged, settings) }
        let (place, unplaced) = try clock.time("publish") { () throws(RunFailure) in
            let publishing = Publishing(outFolder: settings.outFolder)
            let earlier = publishing.turnWaiting(before: settings.asOf)
            for day in earlier.turned {
                try store.markPublished(on: day, at: settings.now())
                publishing.forgetWaiting(of: day)
            }
            let place = try publish(stored.reported.pages)
            try store.keepHead(settings)
            try store.markPublished(stored.run, at: settings.now())
            return (place, earlier.left.map { Fault.unplaced($0.day, $0.reason, in: settings.outFolder) })
        }
        let undelivered = try await clock.time("deliver") { () async throws(RunFailure) in
            try await store.deliver(definitions.partnership.delivery, settings)
        }
        try store.keepTimes(clock.times, of: stored.run)

        return RunOutcome(
            summary: stored.reported.summary.text(listsAt: place),
            report: DiagnosticReport(checked.report.diagnostics + fetched.diagnostics.diagnostics),
            faults: faults + unplaced + undelivered, openSeverities: stored.reported.openSeverities, stages: clock.times)
    }

    /// What a run would ask of the query engine: each query, and the script.
    public func planText() async throws(RunFailure) -> String {
        let roster = ModuleRoster(folders: settings.moduleFolders, stateFolder: settings.stateFolder)
        let checked = await settings.checkDefinitions(DefinitionFiles.read(from: settings.rulesFolder), roster)
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        let planned = await PlannedPriority.all(of: definitions, roster, checked.offers)
        for priority in planned { await priority.session?.close() }
        do throws(WarehouseError) {
            return try Warehouse(settings: settings.engine).plan(request(planned, definitions))
        } catch {
            throw .unfinished(stage: "plan", words: error.description, remedy: error.remedy)
        }
    }

    private func fetch(_ planned: [PlannedPriority], _ definitions: Definitions) async throws(RunFailure) -> FetchResult {
        do throws(WarehouseError) {
            return try await Warehouse(settings: settings.engine).fetch(request(planned, definitions))
        } catch {
            for priority in planned { await priority.session?.close() }
            throw .unfinished(stage: "fetch", words: error.description, remedy: error.remedy)
        }
    }

    private func request(_ planned: [PlannedPriority], _ definitions: Definitions) -> FetchRequest {
        FetchRequest(
            dataFolder: settings.dataFolder, stateFolder: settings.stateFolder + "/warehouse",
            contracts: definitions.partnership.datasets + definitions.priorities.flatMap(\.datasets),
            geography: definitions.partnership.geography, asOf: settings.asOf, today: settings.today,
            queries: planned.flatMap { priority in
                priority.kpis.flatMap { kpi in kpi.queries.map { IdentifiedQuery(kpi: kpi.kpi.id, $0) } }
            })
    }

    private func publish(_ pages: [Page]) throws(RunFailure) -> String {
        do {
            return try Publishing(outFolder: settings.outFolder).publish(pages, asOf: settings.asOf)
        } catch let error as PublishingError where error.isMade {
            throw .unplaced(
                words: "the lists are made, and cannot be put in their place: \(error.reason)",
                remedy: "the run is stored; take away what stands there, and run again")
        } catch {
            throw .unfinished(
                stage: "publish",
                words:
                    "the lists cannot be written to \(settings.outFolder): \((error as? PublishingError)?.reason ?? error.localizedDescription)",
                remedy: "the run is stored; run again when the folder can be written, and the lists are made from the store")
        }
    }

    private static func faults(
        _ planned: [PlannedPriority], _ fetched: FetchResult, _ computed: Computation
    ) -> [Fault] {
        let datasets = fetched.receipts.flatMap { receipt -> [Fault] in
            let name = receipt.dataset
            switch receipt.standing {
            case .usable:
                let refused = receipt.files.filter(\.refused).map(\.path)
                let told = receipt.diagnostics.filter { $0.severity == .error }.compactMap(\.path)
                return Set(refused + told).sorted().map { path in
                    Fault(.dataset, name, "the file \(path) of the dataset \(name) could not be used")
                }
            case .missing: return [Fault(.dataset, name, "the dataset \(name) has no file")]
            case .refused: return [Fault(.dataset, name, "the dataset \(name) could not be used")]
            }
        }
        return planned.flatMap(\.faults) + datasets + computed.faults
    }
}

extension Fault {
    /// The lists of an earlier night that still can't be put where readers look for them.
    fileprivate static func unplaced(_ day: CalendarDate, _ reason: String, in outFolder: String) -> Fault {
        Fault(
            .publication, day.description, "the lists of \(day) are made, and cannot be put in their place: \(reason)",
            remedy: "take away what stands there; the next run puts them there from \(outFolder)/.runs")
    }
}
