import AlertStore
import Diagnostics
import Foundation
import Measures

/// A run as the store knows it.
public struct StoredRunSummary: Sendable, Encodable {
    public var run: Int64
    public var asOf: String
    /// By the clock, in ISO 8601.
    public var started: String
    /// When the work before the commit ended.
    public var finished: String
    public var seconds: Double
    public var counts: [String: Int]
    /// Of Beacon, the query engine and the modules, by name.
    public var versions: [String: String]
    /// Equal where all data that were read are equal.
    public var data: String
    /// Equal where all definitions are equal.
    public var definitions: String
    /// How long each stage took, in the order in which they ran; nothing of a run of an older Beacon.
    public var stages: [Stage]
    /// Whether readers have its lists, or had them before a later run's.
    public var isPublished: Bool
    private var isLast: Bool

    public struct Stage: Sendable, Encodable {
        public var stage: String
        public var seconds: Double
    }

    private enum CodingKeys: String, CodingKey {
        case run, started, finished, seconds, counts, versions, data, definitions, stages
        case asOf = "as_of"
        case isPublished = "published"
    }

    init(_ run: StoredRun, _ times: [StageTime], isPublished: Bool, isLast: Bool) {
        self.run = run.id.rawValue
        asOf = run.asOf.description
        started = run.started.formatted(.iso8601)
        finished = run.finished.formatted(.iso8601)
        seconds = max(0, (run.finished.timeIntervalSince(run.started) * 1_000).rounded() / 1_000)
        counts = run.counts
        versions = run.versions
        data = run.inputFingerprint
        definitions = run.definitionsFingerprint
        stages = times.map { Stage(stage: $0.stage, seconds: ($0.seconds * 1_000).rounded() / 1_000) }
        self.isPublished = isPublished
        self.isLast = isLast
    }

    /// The names of `cells`.
    public static let columns = ["run", "as of", "started", "seconds", "records", "rules", "faults", "data", "definitions"]

    /// For a table in text. Of fingerprints the first digits, which tell them apart.
    public var cells: [String] {
        let counted = ["records", "rules", "faults"].map { counts[$0].map(String.init) ?? "" }
        return ["\(run)", asOf, started, DecimalText.plain(seconds, places: 1)] + counted
            + [String(data.prefix(8)), String(definitions.prefix(8))]
    }

    /// A later run has put its own lists beside those of one that is not published, or in their place.
    private var publication: String { isPublished ? "published" : isLast ? "not published yet" : "not published" }

    /// All of it, a line each.
    public var lines: [String] {
        [
            "run \(run), as of \(asOf)",
            "  started \(started), \(DecimalText.plain(seconds, places: 1)) seconds until it was stored",
        ]
            + counts.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
            + versions.sorted { $0.key < $1.key }.map { "  \($0.key) \($0.value)" }
            + stages.map { "  \($0.stage) took \(DecimalText.plain($0.seconds, places: 3)) seconds" }
            + ["  data \(data)", "  definitions \(definitions)", "  \(publication)"]
    }
}

/// Tells which runs are stored, and on what each stood. Reads the store alone, and changes nothing.
public struct RunQuestions: Sendable {
    private let stateFolder: String

    public init(stateFolder: String) {
        self.stateFolder = stateFolder
    }

    /// Oldest first. A run that found nothing new on the same date added none.
    public func list() throws(RunFailure) -> [StoredRunSummary] {
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            let memory = try store.memory()
            guard memory.holdsRun else { throw AlertStoreError(.nothingStored(folder: stateFolder)) }
            let published = try store.publishedRuns()
            return try store.runs().map { run throws(AlertStoreError) in
                StoredRunSummary(
                    run, try store.stageTimes(of: run.id), isPublished: published.contains(run.id),
                    isLast: run.id == memory.lastCommitted?.id)
            }
        } catch {
            throw RunFailure(error, at: "runs")
        }
    }

    public func details(of number: Int64) throws(RunFailure) -> StoredRunSummary {
        let runs = try list()
        if let run = runs.first(where: { $0.run == number }) { return run }
        throw .usage(
            words: "no run \(number) is stored",
            remedy: "runs \(runs.first?.run ?? 0) to \(runs.last?.run ?? 0) are: see `beacon runs list`")
    }
}
