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

    func removeCache() {
        for name in ["cache.duckdb", "cache.duckdb.wal", "index.json"] {
            try? FileManager.default.removeItem(atPath: file(name))
        }
    }

    /// Writes a file as a whole: whoever reads sees the old content or the new, never a part.
    func write(_ bytes: [UInt8], to name: String) throws(WarehouseError) {
        let path = file(name)
        let temporary = "\(path).new"
        let made = FileManager.default.createFile(
            atPath: temporary, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made, rename(temporary, path) == 0 else {
            throw .stateFolder(path: self.path, reason: "cannot write \(name)")
        }
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
