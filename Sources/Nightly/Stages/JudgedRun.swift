import AlertStore
import Alerting
import Definitions
import Diagnostics
import Digests
import Measures
import ModuleHost
import Reporting
import RuleLanguage
import Warehouse

/// All that a run knows once every rule is judged, before it touches the store.
struct JudgedRun {
    var definitions: Definitions
    var definitionFiles: [SourceFile]
    var fetched: FetchResult
    var observations: ObservationSet
    var evaluations: [RuleEvaluation]
    var statuses: [KPIStatus]
    var notes: [ComputationNote]
    var faults: [Fault]
    /// The modules that were started.
    var modules: [ModuleLocation]

    /// Figures for the run's record.
    var counts: [String: Int] {
        [
            "rules": definitions.rules.count,
            "records": fetched.receipts.reduce(0) { $0 + $1.records },
            "set aside": fetched.receipts.reduce(0) { $0 + $1.setAsideCount },
            "faults": faults.count,
        ]
    }

    /// Of Beacon, the engine and the modules, each of these by what its executable is.
    func versions(of beacon: String) -> [String: String] {
        var versions = ["beacon": beacon, "engine": fetched.engine]
        for module in modules { versions["module \(module.id)"] = module.executableDigest.map { String($0.prefix(12)) } }
        return versions
    }

    /// Every area that a rule judged, as it is called.
    var toldAreas: [ToldArea] {
        let geography = definitions.partnership.geography
        return Set(evaluations.flatMap(\.frame.areas)).sorted().compactMap { code in
            geography.area(code).map { ToldArea(area: code, name: $0.name, level: $0.level) }
        }
    }

    /// Equal where every file that was read is equal, byte for byte.
    var inputFingerprint: String {
        let files = fetched.receipts.flatMap { receipt in
            receipt.files.map { "\(receipt.dataset) \($0.path) \($0.refused) \($0.digest)" }
        }
        return SHA256.hexadecimal(of: files.joined(separator: "\n"))
    }

    /// Equal where the definition files are equal, byte for byte.
    var definitionsFingerprint: String {
        SHA256.hexadecimal(of: definitionFiles.flatMap { Array($0.path.utf8) + [0] + Array($0.bytes) + [0] })
    }
}

/// A run as readers are to get it.
struct ReportedRun {
    var pages: [Page]
    var summary: RunSummary
    var notices: [OutgoingNotice]
    var openSeverities: [Rule.Severity]

    init(
        _ judged: JudgedRun, _ advance: Advance, _ revision: Revision, _ marks: AlertMarks, _ known: ToldNotices,
        _ changes: [ChangesSince], _ names: (rules: [ToldRule], areas: [ToldArea]), asOf: CalendarDate
    ) throws(RunFailure) {
        let contracts = judged.definitions.partnership.datasets + judged.definitions.priorities.flatMap(\.datasets)
        let geography = judged.definitions.partnership.geography
        let receipts = judged.fetched.receipts
        let editions = Completeness.datasets(contracts, receipts, asOf: asOf)
        let input = ReportInput(
            definitions: judged.definitions, standings: advance.standings, evaluations: judged.evaluations,
            statuses: judged.statuses, observations: judged.observations, asOf: asOf,
            dataNotes: DataNotes.notes(of: receipts, contracts, in: geography) + Completeness.notes(of: editions),
            dataRecords: DataNotes.notes(of: receipts, contracts, in: geography, naming: .max)
                + Completeness.notes(of: editions),
            dataFiles: DataFiles.files(of: receipts),
            moduleFailures: judged.faults.filter { $0.kind == .module }
                .map { FailedModule(module: $0.subject, reason: $0.words) },
            consistencyNotes: Self.consistencyNotes(judged.notes) + ClosingNotes(judged.definitions, names).notes(of: advance),
            restatements: revision.restatements, rejudged: revision.rejudged,
            definitionsWereEdited: revision.definitionsWereEdited, editions: editions, marks: marks, told: known, closed: ClosingNotes(judged.definitions, names).named(advance.closed),
            changes: changes,
            holdsMadeRecords: judged.fetched.receipts.contains(where: \.made))
        let report: Report
        do throws(TemplateError) {
            report = try Report(input)
        } catch {
            throw .unfinished(
                stage: "transition", words: "the page template \(error.template) cannot be read: \(error.reason)",
                remedy: nil)
        }
        pages = report.pages
        summary = report.summary
        notices = report.notices.filter(\.isNews).compactMap { told in
            Notice(told, judged.definitions, asOf: asOf, after: known.runs).map {
                OutgoingNotice($0, by: told.routes, ofListOf: told.list, lines: told.told)
            }
        }
        openSeverities = advance.standings.filter(\.state.isOpen).map(\.rule.severity)
    }

    /// Two KPIs of one statement say the same of it; readers want it once.
    private static func consistencyNotes(_ notes: [ComputationNote]) -> [ConsistencyNote] {
        var told: Set<ConsistencyNote> = []
        return notes.map { ConsistencyNote(priority: $0.priority, words: $0.words) }.filter { told.insert($0).inserted }
    }
}

extension Notice {
    /// What goes to a group, under a key that is another after another run, so that what is told, taken back and told again goes out each time.
    /// A run that was killed before it was stored, and is done again, gives the same key.
    init?(_ told: GroupNotice, _ definitions: Definitions, asOf: CalendarDate, after runs: Int64) {
        guard let reader = definitions.partnership.body(told.reader) else { return nil }
        self.init(
            key: "", group: reader.id, audience: reader.audience, subject: told.subject, body: told.lines, asOf: asOf,
            items: told.items, mail: told.mail)
        key = "\(asOf)-\(reader.id)-\(SHA256.hexadecimal(of: "\(runs)\n\(text)").prefix(12))"
    }
}
