import Foundation

/// The warehouse's own folder. Everything in it is the owner's alone.
struct StateFolder: Sendable {
    let path: String

    init(path: String) throws(WarehouseError) {
        let folder = URL(fileURLWithPath: path).standardizedFileURL.path
        self.path = folder
        for name in ["", "/results", "/set-aside"] { try Self.make(folder + name) }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    var work: String { file("work") }

    /// An empty folder for the files of this run.
    func makeWork() throws(WarehouseError) {
        removeWork()
        try Self.make(work)
    }

    func removeWork() { try? FileManager.default.removeItem(atPath: work) }

    /// - Parameter store: the engine's files.
    func removeCache(_ store: [String]) {
        for name in store + ["index.json"] {
            try? FileManager.default.removeItem(atPath: file(name))
        }
    }

    /// Writes a file as a whole: whoever reads sees the old content or the new, never a part.
    ///
    /// It is not forced to the disk, which takes longer than all else that a fetch writes: what a power cut tears is known by
    /// its form or its digest, and made anew.
    func write(_ bytes: [UInt8], to name: String) throws(WarehouseError) {
        let path = file(name)
        let temporary = "\(path).new"
        guard Self.write(bytes, to: temporary), rename(temporary, path) == 0 else {
            throw .stateFolder(path: self.path, reason: "cannot write \(name)")
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { break }
            rest = rest.dropFirst(written)
        }
        return close(descriptor) == 0 && rest.isEmpty
    }

    private static func make(_ folder: String) throws(WarehouseError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        } catch {
            throw .stateFolder(path: folder, reason: "cannot be made")
        }
    }
}
