public import AlertStore
import Foundation

/// The heads of the audit chain that runs kept outside the store, in `audit.txt` in the folder of the lists: a line each, with the run's
/// as-of date, the number of entries and the digest over them.
///
/// Whoever changes the store has to change every copy of this file too. Keep one where the user who runs Beacon can't write.
public struct KeptHeads: Sendable {
    public static let fileName = "audit.txt"

    private let path: String

    /// - Parameter path: of the file, which need not be there.
    public init(path: String) {
        self.path = path
    }

    /// The heads, and the numbers of lines that are none. A last line without its end is of a run that was cut off, and is left out.
    public func read() throws -> (heads: [AuditHead], unreadable: [Int]) {
        guard FileManager.default.fileExists(atPath: path) else { return ([], []) }
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var heads: [AuditHead] = []
        var unreadable: [Int] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated() {
            let words = line.split(separator: " ")
            if words.count == 3, let place = Int(words[1]), let head = AuditHead(place: place, digestText: words[2]) {
                heads.append(head)
            } else if !line.isEmpty {
                unreadable.append(number + 1)
            }
        }
        return (heads, unreadable)
    }

    /// Adds a head where it is not the last one kept.
    func keep(_ head: AuditHead, asOf: String) throws {
        if try read().heads.last == head { return }
        let file = FileManager.default
        if !file.fileExists(atPath: path) {
            try file.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            _ = file.createFile(atPath: path, contents: nil)
        }
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? handle.close() }
        // What a run that was cut off left of its line goes.
        let text = try handle.readToEnd() ?? Data()
        let whole = text.lastIndex(of: UInt8(ascii: "\n")).map { UInt64($0 + 1) } ?? 0
        try handle.truncate(atOffset: whole)
        try handle.seek(toOffset: whole)
        try handle.write(contentsOf: Data("\(asOf) \(head.place) \(head.digestText)\n".utf8))
    }
}
