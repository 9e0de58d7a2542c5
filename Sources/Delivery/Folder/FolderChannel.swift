public import Alerting
import Diagnostics
import Foundation

/// Writes each notice into a folder, as text for people and as JSON for programs.
///
/// A file is named by the notice's key, and appears whole. The JSON comes last: where it is there, both are. A file that is
/// there already with the same bytes is this notice, delivered earlier; one with other bytes is never written over.
public struct FolderChannel: NoticeChannel {
    public let name: String
    private let folder: String

    /// - Parameters:
    ///   - folder: made with the first notice where it is missing.
    ///   - route: the name under which notices wait for it.
    public init(folder: String, route: String = "folder") {
        name = route
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
    }

    public func deliver(_ notice: Notice) async throws(DeliveryError) {
        let name = try FileName.of(key: notice.key)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw DeliveryError(.folderUnusable(path: folder, reason: "it cannot be made"))
        }
        try write(Data(notice.text.utf8), to: "\(name).txt")
        try write(try Self.json(notice, for: name), to: "\(name).json")
    }

    private static func json(_ notice: Notice, for name: String) throws(DeliveryError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let json = String(decoding: try encoder.encode(notice.withoutMail), as: UTF8.self)
            return Data((JSONText.withoutRawDirections(json) + "\n").utf8)
        } catch {
            throw DeliveryError(.notWritten(file: "\(name).json", reason: "it cannot be told as JSON"))
        }
    }

    private func write(_ content: Data, to name: String) throws(DeliveryError) {
        let path = "\(folder)/\(name)"
        if FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.contents(atPath: path) == content else { throw DeliveryError(.differs(file: path)) }
            return
        }
        // The same name every time, so that what a killed run left is written over by the next; and by the system's own call, since
        // Foundation would make it under another name first, and a killed run would leave that.
        let temporary = "\(folder)/.\(name).new"
        let descriptor = open(temporary, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw DeliveryError(.notWritten(file: path, reason: "the folder does not take it"))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: content)
            try file.synchronize()
            try file.close()
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw DeliveryError(.notWritten(file: path, reason: "the disk does not take it"))
        }
        guard rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: temporary)
            throw DeliveryError(.notWritten(file: path, reason: reason))
        }
    }
}
