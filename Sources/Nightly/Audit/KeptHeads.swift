public import AlertStore
import Diagnostics
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

    /// What the file holds.
    public struct Content: Sendable {
        public var heads: [AuditHead] = []
        /// The as-of date of the last head's run, as it is written.
        public var lastDate: String?
        /// The numbers of lines that are no heads.
        public var unreadable: [Int] = []
        /// The number of a last line that is no head and has no end: of a run that was cut off, or cut by somebody.
        public var cutOff: Int?
    }

    public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Nothing where there is no such file.
    public func read() throws -> Content {
        var content = Content()
        guard isThere else { return content }
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let words = line.split(separator: " ")
            if words.count == 3, let place = Int(words[1]), let head = AuditHead(place: place, digestText: words[2]) {
                content.heads.append(head)
                content.lastDate = String(words[0])
            } else if number == lines.count - 1 {
                content.cutOff = number + 1
            } else {
                content.unreadable.append(number + 1)
            }
        }
        return content
    }

    /// Holds a store against the heads that its runs kept, before a command changes it or sends what waits in it. Where they kept them the store
    /// knows itself, so that no command has to be told. One whose heads are nowhere to be found goes on.
    ///
    /// - Parameters:
    ///   - outFolder: that the command names, whose heads count as well.
    ///   - stage: what the command is about, for the message.
    /// - Throws: where the store has lost its end, or is another, as one that was restored from a backup: a run refuses it too.
    public static func check(stateFolder: String, outFolder: String? = nil, at stage: String) throws(RunFailure) {
        let known: String?
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            known = try store.headFile()
        } catch {
            throw RunFailure(error, at: stage)
        }
        let named = outFolder.map { KeptHeads(path: $0 + "/" + fileName) }
        try named?.check(stateFolder: stateFolder, at: stage)
        if let known, known != named?.wholePath { try KeptHeads(path: known).check(stateFolder: stateFolder, at: stage) }
    }

    /// From the root of the file system on.
    var wholePath: String { URL(filePath: path).standardizedFileURL.path }

    /// Holds a store against the last head kept, before a run adds to it.
    ///
    /// - Throws: where the store is not there, has lost its end, or is another: what it remembered would be lost without a word.
    func check(stateFolder: String, at stage: String = "load") throws(RunFailure) {
        guard let kept = try? read(), let head = kept.heads.last else { return }
        do throws(AlertStoreError) {
            let end: Int
            do throws(AlertStoreError) {
                let store = try AlertStore(reading: stateFolder)
                defer { store.close() }
                if try store.holds(head) { return }
                end = try store.auditHead()?.place ?? 0
            } catch {
                guard case .nothingStored = error.problem else { throw error }
                end = 0
            }
            throw AlertStoreError(
                .headNotHeld(folder: stateFolder, end: end, file: path, place: head.place, asOf: kept.lastDate ?? ""))
        } catch {
            throw RunFailure(error, at: stage)
        }
    }

    /// Adds a head where it is not the last one kept.
    func keep(_ head: AuditHead, asOf: String) throws {
        let kept = try read()
        if kept.heads.last == head { return }
        let file = FileManager.default
        if !file.fileExists(atPath: path) {
            try file.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            _ = file.createFile(atPath: path, contents: nil)
        }
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? handle.close() }
        let text = try handle.readToEnd() ?? Data()
        var line = "\(asOf) \(head.place) \(head.digestText)\n"
        if kept.cutOff != nil {
            // What a run that was cut off left of its line goes.
            let whole = text.lastIndex(of: UInt8(ascii: "\n")).map { UInt64($0 + 1) } ?? 0
            try handle.truncate(atOffset: whole)
            try handle.seek(toOffset: whole)
        } else if let last = text.last, last != UInt8(ascii: "\n") {
            line = "\n" + line
        }
        try handle.write(contentsOf: Data(line.utf8))
    }
}
