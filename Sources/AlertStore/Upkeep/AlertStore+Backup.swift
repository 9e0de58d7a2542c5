import Diagnostics
import Foundation
import GRDB

extension AlertStore {
    /// Writes a whole and consistent copy of a store, beside a run that is at work too. The copy is read again before it gets its name.
    ///
    /// To restore, put it in place of `beacon.sqlite` in an empty state folder.
    ///
    /// - Parameters:
    ///   - stateFolder: of the store, which may be of an older Beacon; it is left as it is.
    ///   - path: of the copy, its owner's alone. A file that is there is never replaced.
    /// - Throws: `nothingStored` where there is no store, `backupExists` where a file is there.
    public static func backUp(stateFolder: String, to path: String) throws(AlertStoreError) {
        let source = StateFolder.standardized(stateFolder) + "/" + StoreSchema.fileName
        let manager = FileManager.default
        guard manager.fileExists(atPath: source) else { throw AlertStoreError(.nothingStored(folder: stateFolder)) }
        guard !manager.fileExists(atPath: path) else { throw AlertStoreError(.backupExists(path: path)) }
        let unfinished = path + ".unfinished"
        try? manager.removeItem(atPath: unfinished)
        // SQLite would make it readable to others.
        guard manager.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw AlertStoreError(.readOnly(path: path))
        }
        defer { try? manager.removeItem(atPath: unfinished) }
        try AlertStoreError.telling(source) {
            let queue = try StoreSchema.openAsItIs(source)
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
            try queue.close()
        }
        try AlertStoreError.telling(path) {
            let copy = try StoreSchema.openAsItIs(unfinished)
            let findings = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
            try copy.close()
            guard findings == ["ok"] else { throw AlertStoreError(.corrupt(path: path)) }
        }
        guard link(unfinished, path) == 0 else {
            throw AlertStoreError(errno == EEXIST ? .backupExists(path: path) : .readOnly(path: path))
        }
    }
}
