import AlertStore
import Alerting
import Definitions
import Delivery
import Diagnostics
import Foundation
import Measures
import Warehouse

/// A run's hold on the store: the lock, the memory of earlier runs, the one commit, and the outbox.
struct StoredMemory {
    private let lock: RunLock
    private let store: AlertStore
    private let started: Date
    /// The as-of date of the last run that is stored.
    private let last: CalendarDate?

    static func open(_ settings: NightlySettings) throws(RunFailure) -> StoredMemory {
        try KeptHeads(path: settings.outFolder + "/" + KeptHeads.fileName).check(stateFolder: settings.stateFolder)
        let memory = try opened(settings)
        if let last = memory.last {
            do throws(RunFailure) { try settings.checkClock(after: last) } catch {
                memory.close()
                throw error
            }
        }
        return memory
    }

    private static func opened(_ settings: NightlySettings) throws(RunFailure) -> StoredMemory {
        do throws(AlertStoreError) {
            let started = settings.now()
            let lock = try RunLock(stateFolder: settings.stateFolder, started: started)
            let store = try AlertStore(stateFolder: settings.stateFolder)
            // The store refuses to go back in time; said before the work rather than after it.
            let last = try store.memory().lastCommitted
            if let last, last.asOf > settings.asOf {
                throw AlertStoreError(.olderThanStored(asOf: settings.asOf.description, stored: last.asOf.description))
            }
            return StoredMemory(lock: lock, store: store, started: started, last: last?.asOf)
        } catch {
            throw RunFailure(error, at: "load")
        }
    }

    func close() { store.close() }

    /// The stage `transition`: moves the alerts on from what was recorded, and commits observations, verdicts, transitions and
    /// notices together.
    ///
    /// - Returns: the run as it is to be published.
    func advance(_ judged: JudgedRun, _ settings: NightlySettings) throws(RunFailure) -> StoredRunReport {
        let memory = try asking("transition") { () throws(AlertStoreError) in try store.memory() }
        let runs = try asking("transition") { () throws(AlertStoreError) in try store.runs() }
        let night = runs.last { $0.asOf < settings.asOf }
        let figures = FigureDigests(judged.observations)
        let learned = try learned(from: figures, since: memory.lastCommitted)
        let earlier = memory.renamings.filter { $0.day < settings.asOf }
        let advance = Advance(
            judged.evaluations, recorded: RuleRenames(earlier).following(memory.transitions), learned: learned,
            renamedBefore: memory.renamings.filter { $0.day == settings.asOf }, defined: Set(judged.definitions.rules.map(\.id)), asOf: settings.asOf, previous: night?.asOf,
            geography: judged.definitions.partnership.geography)
        let revision = try revision(of: judged, figures, advance, since: night, settings.asOf)
        let renames = RuleRenames(earlier + advance.renamings)
        let marks = AlertMarks(
            try asking("transition") { () throws(AlertStoreError) in try store.marks(following: renames) },
            asOf: settings.asOf,
            previous: night?.asOf)
        let changes = MeetingChanges(
            definitions: judged.definitions, evaluations: judged.evaluations,
            recorded: renames.following(
                memory.transitions + advance.added.map { RecordedTransition($0, asOf: settings.asOf) }), runs: runs)
        let known = ToldNotices(
            alerts: renames.following(memory.toldAlerts),
            lines: Dictionary(grouping: memory.toldLines.filter { $0.asOf == settings.asOf }, by: \.reader)
                .mapValues { Set($0.map(\.line)) }, runs: memory.lastCommitted?.id.rawValue ?? 0)
        let days = MeetingChanges.days(judged.definitions, asOf: settings.asOf)
        let told = try asking("transition") { () throws(AlertStoreError) in try changes.changes(since: days, in: store) }
        let names = try asking("transition") { () throws(AlertStoreError) in try store.names() }
        let reported = try ReportedRun(judged, advance, revision, marks, known, told, names, asOf: settings.asOf)
        let record = RunRecord(
            asOf: settings.asOf, started: started, finished: settings.now(), counts: judged.counts,
            versions: judged.versions(of: settings.version), inputFingerprint: judged.inputFingerprint,
            definitionsFingerprint: judged.definitionsFingerprint,
            figures: figures, verdicts: judged.evaluations.map(VerdictColumn.init),
            transitions: advance.added, rules: judged.definitions.rules.map(ToldRule.init), areas: judged.toldAreas,
            texts: try texts(of: judged, since: memory.lastCommitted), notices: reported.notices, renamings: advance.renamings)
        let receipt = try asking("transition") { () throws(AlertStoreError) in try store.commit(record) }
        return StoredRunReport(reported: reported, run: receipt.run)
    }

    /// What KPIs and rules say, where the files are not those of the last run.
    private func texts(of judged: JudgedRun, since run: StoredRun?) throws(RunFailure) -> [DefinitionText]? {
        let areKept = try asking("transition") { () throws(AlertStoreError) in try store.holdsTexts() }
        guard !areKept || run?.definitionsFingerprint != judged.definitionsFingerprint else { return nil }
        return DefinitionText.texts(of: judged.definitionFiles)
    }

    /// What the run's figures tell otherwise than an earlier run; nothing where there is none.
    private func learned(from figures: FigureDigests, since run: StoredRun?) throws(RunFailure) -> LearnedFigures {
        guard let run else { return LearnedFigures() }
        return try asking("transition") { () throws(AlertStoreError) in
            try store.learned(from: figures, since: run.id)
        }
    }

    private func revision(
        of judged: JudgedRun, _ figures: FigureDigests, _ advance: Advance, since night: StoredRun?, _ asOf: CalendarDate
    ) throws(RunFailure) -> Revision {
        guard let night else { return Revision() }
        let learned = try learned(from: figures, since: night)
        return try asking("transition") { () throws(AlertStoreError) in
            try Revision(of: judged, advance, since: night, learned, in: store, asOf: asOf)
        }
    }

    /// Remembers that the lists of a run stand where readers look.
    func markPublished(_ run: RunID, at time: Date) throws(RunFailure) {
        try asking("publish") { () throws(AlertStoreError) in try store.markPublished(run, at: time) }
    }

    /// Remembers it of the last run on an earlier date.
    func markPublished(on day: CalendarDate, at time: Date) throws(RunFailure) {
        let runs = try asking("publish") { () throws(AlertStoreError) in try store.runs() }
        if let run = runs.last(where: { $0.asOf == day }) { try markPublished(run.id, at: time) }
    }

    /// Remembers how long a run took, beside its record.
    func keepTimes(_ times: [StageTime], of run: RunID) throws(RunFailure) {
        try asking("deliver") { () throws(AlertStoreError) in try store.keepTimes(times, of: run) }
    }

    /// Keeps the head of the audit chain beside the lists, outside the store.
    func keepHead(_ settings: NightlySettings) throws(RunFailure) {
        let head = try asking("publish") { () throws(AlertStoreError) in try store.auditHead() }
        guard let head else { return }
        let path = settings.outFolder + "/" + KeptHeads.fileName
        let heads = KeptHeads(path: path)
        do {
            try heads.keep(head, asOf: settings.asOf.description)
        } catch {
            throw .unfinished(
                stage: "publish", words: "the head of the audit chain cannot be written to \(path)",
                remedy: "the run is stored; run again when the file can be written")
        }
        try asking("publish") { () throws(AlertStoreError) in try store.keepHeadFile(heads.wholePath) }
    }

    /// The stage `deliver`: takes what waits in the outbox to its channels. What fails waits for the next run, and is told.
    func deliver(_ plan: DeliveryPlan, _ settings: NightlySettings) async throws(RunFailure) -> [Fault] {
        let courier = Courier(store: store, channels: settings.channels(of: plan))
        do throws(AlertStoreError) {
            let lock = try await Self.deliveryLock(settings)
            defer { withExtendedLifetime(lock) {} }
            return try await courier.deliverWaiting(at: settings.now()).failures.map(Fault.init)
        } catch {
            // The run is stored and published, and what waits is not lost.
            if case .deliveryInProgress(let folder, _, _) = error.problem {
                return [Fault(.delivery, folder, error.words, remedy: error.remedy)]
            }
            throw RunFailure(error, at: "deliver")
        }
    }

    /// Waits a while for who is sending what waits: its receivers may be slow.
    private static func deliveryLock(_ settings: NightlySettings) async throws(AlertStoreError) -> RunLock {
        let end = ContinuousClock.now + .seconds(settings.secondsForDelivery)
        while true {
            do throws(AlertStoreError) {
                return try RunLock(stateFolder: settings.stateFolder, for: .delivery, started: settings.now())
            } catch {
                guard case .deliveryInProgress = error.problem, ContinuousClock.now < end else { throw error }
                try? await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    /// - Throws: `nothingStored` where the state folder holds no store, and makes none.
    static func checkThereIsOne(in stateFolder: String) throws(RunFailure) {
        do throws(AlertStoreError) { try AlertStore(reading: stateFolder).close() } catch {
            throw RunFailure(error, at: "explain")
        }
    }

    /// The observations last stored, and the day on which they were.
    static func latest(_ settings: NightlySettings, of keys: [ObservationSet.Key]) throws(RunFailure) -> (
        ObservationSet, CalendarDate
    ) {
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: settings.stateFolder)
            defer { store.close() }
            guard let run = try store.memory().lastCommitted else {
                throw AlertStoreError(.nothingStored(folder: settings.stateFolder))
            }
            return (try store.latestObservations(for: keys), run.asOf)
        } catch {
            throw RunFailure(error, at: "explain")
        }
    }

    private func asking<Value>(
        _ stage: String, _ body: () throws(AlertStoreError) -> Value
    ) throws(RunFailure) -> Value {
        do throws(AlertStoreError) {
            return try body()
        } catch {
            throw RunFailure(error, at: stage)
        }
    }
}

/// A run that is stored, as it is to be published.
struct StoredRunReport {
    var reported: ReportedRun
    var run: RunID
}

extension RunFailure {
    init(_ error: AlertStoreError, at stage: String) {
        if case .nothingStored = error.problem {
            self = .nothingStored(words: error.words, remedy: error.remedy)
        } else if case .unknownMark = error.problem {
            self = .usage(words: error.words, remedy: error.remedy ?? "")
        } else {
            self = .unfinished(stage: stage, words: error.words, remedy: error.remedy)
        }
    }
}
