import Digests
import Foundation
import Reporting

/// Which pages a kind of report has written into a folder, and what they held: so that a later one takes away those that it makes no more, and
/// never a file that somebody else put there or has changed since.
struct PageRecord: Equatable {
    /// By path below the folder, the SHA-256 of what was written.
    private(set) var digests: [String: String]

    /// - Returns: what is recorded; nothing where there is no record, or one that can't be read, since then nothing is known to be ours.
    static func read(_ file: String) -> PageRecord {
        let data = FileManager.default.contents(atPath: file)
        let read = data.flatMap { try? JSONDecoder().decode([String: String].self, from: $0) } ?? [:]
        return PageRecord(digests: read.filter { isBelow($0.key) })
    }

    func write(_ file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try encoder.encode(digests).write(to: URL(filePath: file), options: .atomic)
    }

    mutating func add(_ pages: [Page]) {
        for page in pages { digests[page.path] = SHA256.hexadecimal(of: page.bytes) }
    }

    /// Takes the pages away that are recorded, are of the report that is made anew, and are not among those that it made. One that is not as it was
    /// written stays where it is, and is recorded no more.
    mutating func removeOld(than pages: [Page], in folder: String, where isOfReport: (String) -> Bool) throws {
        let made = Set(pages.map(\.path))
        for path in digests.keys.sorted() where !made.contains(path) && isOfReport(path) {
            let file = "\(folder)/\(path)"
            if let data = FileManager.default.contents(atPath: file), SHA256.hexadecimal(of: Array(data)) == digests[path] {
                try FileManager.default.removeItem(atPath: file)
                Self.removeEmptyFolders(above: path, in: folder)
            }
            digests[path] = nil
        }
    }

    private static func removeEmptyFolders(above path: String, in folder: String) {
        var parts = path.split(separator: "/").dropLast()
        // The system refuses to remove a folder that holds anything.
        while !parts.isEmpty, rmdir("\(folder)/\(parts.joined(separator: "/"))") == 0 { parts = parts.dropLast() }
    }

    /// Whether a path leads to a file below the folder, and nowhere else.
    private static func isBelow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
    }
}
