import Diagnostics
public import Foundation
import GRDB

extension AlertStore {
    /// Writes a whole and consistent copy of a store, beside a run that is at work too. The copy is read again before it gets its name.
    ///
    /// To restore, put it in place of `beacon.sqlite` in an empty state folder.
    ///
    /// - Parameters:
    ///   - stateFolder: of the store, which may be of an older Beacon; it is left as it is.
    ///   - path: of the copy, its owner's alone. A file that is there is never replaced.
    ///   - time: by the clock. What backups left in that folder that were killed before is taken away.
    /// - Throws: `nothingStored` where there is no store, `backupExists` where a file is there.
    public static func backUp(stateFolder: String, to path: String, at time: Date) throws(AlertStoreError) {
        let source = StateFolder.standardized(stateFolder) + "/" + StoreSchema.fileName
        let manager = FileManager.default
        guard manager.fileExists(atPath: source) else { throw AlertStoreError(.nothingStored(folder: stateFolder)) }
        guard !manager.fileExists(atPath: path) else { throw AlertStoreError(.backupExists(path: path)) }
        UnfinishedCopies.remove(beside: path, at: time)
        let unfinished = UnfinishedCopies.path(of: path)
        try? manager.removeItem(atPath: unfinished)
        // SQLite would make it readable to others.
        guard manager.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw AlertStoreError(.readOnly(path: path))
        }
        defer { try? manager.removeItem(atPath: unfinished) }
        let queue = try AlertStoreError.telling(source) { try StoreSchema.openAsItIs(source) }
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
            try queue.close()
        } catch {
            throw AlertStoreError(error, path: isOfCopy(error) ? path : source)
        }
        try AlertStoreError.telling(path) {
            let copy = try StoreSchema.openAsItIs(unfinished)
            let findings = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
            try copy.close()
            guard findings == ["ok"] else { throw AlertStoreError(.corrupt(path: path)) }
        }
        try give(path, to: unfinished)
    }

    /// Whether it is the disk of the copy that failed: what is read of the source is there, or damaged.
    private static func isOfCopy(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        let ofCopy: [ResultCode] = [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN]
        return error.extendedResultCode != .SQLITE_IOERR_READ && ofCopy.contains(error.resultCode.primaryResultCode)
    }

    /// Gives the copy its name, whole, and only where no file has it.
    private static func give(_ path: String, to unfinished: String) throws(AlertStoreError) {
        if link(unfinished, path) == 0 { return }
        guard errno != EEXIST else { throw AlertStoreError(.backupExists(path: path)) }
        try claim(path, for: unfinished)
    }

    /// Where the file system has no hard links: the name is taken by an empty file first, which nobody else can then take.
    static func claim(_ path: String, for unfinished: String) throws(AlertStoreError) {
        let claim = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard claim >= 0 else {
            throw AlertStoreError(errno == EEXIST ? .backupExists(path: path) : .readOnly(path: path))
        }
        Foundation.close(claim)
        guard rename(unfinished, path) == 0 else {
            unlink(path)
            throw AlertStoreError(.readOnly(path: path))
        }
    }
}
