import Diagnostics
import Measures
import ModuleKit

/// One dataset on its way through a fetch: its files as found, and what has to be loaded.
struct DatasetState: Sendable {
    let contract: DatasetContract
    var table: RecordTable
    var signature: String
    /// All files found, in order.
    var paths: [String] = []
    var diagnostics: [Diagnostic] = []
    /// Files that are not read, since another is the same: by their paths, with the path of that other.
    var copies: [String: String] = [:]
    /// Accounts of files that the table holds, and of those that it will hold when `reading` has been loaded.
    var known: [CacheIndex.File] = []
    var reading: [ReadFile] = []
    var refused: Set<String> = []
    /// What the index says of the table before; nil where the table is to be made anew.
    var before: CacheIndex.Dataset?
    var needsLoad = false
    /// What the engine said of the Parquet files to be read.
    var surveyed: [String: LoadReport] = [:]

    /// Takes what the patterns find, and forgets whatever was made of it before.
    mutating func find(in data: DataFolder) {
        let found = data.files(matching: contract.files, of: contract.name)
        (paths, diagnostics) = (found.paths, found.diagnostics)
        copies = Dictionary(found.otherNames.map { ($0.path, $0.first) }, uniquingKeysWith: { first, _ in first })
        refused = Set(found.unread)
        known = []
        reading = []
    }

    mutating func refuse(_ path: String, _ problems: [DataProblem]) {
        refused.insert(path)
        diagnostics += problems.map { Diagnostic($0, inFile: path) }
    }

    /// The index's account of the table, once loaded.
    var after: CacheIndex.Dataset {
        CacheIndex.Dataset(signature: signature, files: known.sorted { $0.path < $1.path })
    }

    /// Its stamp, known before the load.
    var stampAfter: String {
        CacheIndex.Dataset.stamp(
            signature,
            known.map { ($0.path, $0.fingerprint.digest) } + reading.map { ($0.path, $0.fingerprint.digest) })
    }

    func load(root: String, earliest: CalendarDate, latest: CalendarDate) -> DatasetLoad {
        let kept = Set(known.map(\.path))
        return DatasetLoad(
            table: table, sources: reading.map(\.source), root: root,
            replacing: before.map { $0.files.map(\.path).filter { !kept.contains($0) } },
            stampBefore: before?.stamp, stampAfter: stampAfter, earliestDay: earliest, latestDay: latest)
    }
}
