import Digests
import Foundation
import Measures

/// What the cache holds, as of the last load that ended well: written as a whole, after the load.
struct CacheIndex: Sendable, Codable {
    /// Raised when what a load makes of a file changes.
    static let currentVersion = 5

    struct File: Sendable, Codable, Hashable {
        var path: String
        var fingerprint: FileFingerprint
        var records: Int
        var loaded: Int
        var reasons: [SetAsideReason: Int]
        /// The first of them; those whose key came in another file where there is room.
        var setAside: [SetAsideRecord]
        var repeatedFrom: [String: Int] = [:]
        /// The earliest and the latest of the dataset's own date among records loaded, in days since 1970-01-01.
        var earliestDate: Int?
        var latestDate: Int?
        /// Records older than the retention.
        var expired = 0

        var receipt: FileReceipt {
            FileReceipt(
                path: path, records: records, loaded: loaded, setAside: records - loaded - expired, expired: expired,
                refused: false, digest: fingerprint.digest, reasons: reasons, repeatedFrom: repeatedFrom,
                firstMonth: earliestDate.map { CalendarDate(daysSince1970: $0).month },
                lastMonth: latestDate.map { CalendarDate(daysSince1970: $0).month })
        }
    }

    struct Dataset: Sendable, Codable, Hashable {
        /// Of everything but the files that the table's content follows from.
        var signature: String
        var files: [File]

        var stamp: String { Self.stamp(signature, files.map { ($0.path, $0.fingerprint.digest) }) }

        static func stamp(_ signature: String, _ files: [(path: String, digest: String)]) -> String {
            let lines = files.sorted { $0.path < $1.path }.map { "\($0.path)\u{1F}\($0.digest)" }
            return SHA256.hexadecimal(of: ([signature] + lines).joined(separator: "\u{1E}"))
        }
    }

    var version = CacheIndex.currentVersion
    var engine: EngineProgram?
    /// By table name.
    var datasets: [String: Dataset] = [:]

    static func read(from folder: StateFolder) -> CacheIndex {
        guard let data = FileManager.default.contents(atPath: folder.file("index.json")),
            let index = try? JSONDecoder().decode(CacheIndex.self, from: data), index.version == currentVersion
        else { return CacheIndex() }
        return index
    }

    func write(to folder: StateFolder) throws(WarehouseError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(self) else {
            throw .stateFolder(path: folder.path, reason: "the index cannot be written as JSON")
        }
        try folder.write(Array(data), to: "index.json")
    }
}
