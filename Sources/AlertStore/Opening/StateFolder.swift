import Diagnostics
import Foundation

/// The folder that holds all that Beacon remembers. It and its files are their owner's alone.
struct StateFolder: Sendable {
    let path: String

    /// Makes the folder where it is missing. An existing folder is closed to others where it is ours.
    init(path: String) throws(AlertStoreError) {
        self.path = Self.standardized(path)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw AlertStoreError(.folderUnusable(path: path, reason: "it is a file")) }
            closeToOthers(self.path)
        } else {
            do {
                try FileManager.default.createDirectory(
                    atPath: self.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw AlertStoreError(.folderUnusable(path: path, reason: "it cannot be made"))
            }
        }
        guard access(self.path, W_OK | X_OK) == 0 else { throw AlertStoreError(.readOnly(path: path)) }
    }

    static func standardized(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// The path of a file, which is there afterwards: SQLite would make it readable to others, and gives its
    /// companions the rights of the file.
    func prepareFile(_ name: String) throws(AlertStoreError) -> String {
        let file = "\(path)/\(name)"
        close(try open(file))
        return file
    }

    /// An open descriptor of a file that is there afterwards.
    func open(_ file: String) throws(AlertStoreError) -> Int32 {
        let descriptor = Foundation.open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = errno
            switch reason {
            case EACCES, EROFS, EPERM: throw AlertStoreError(.readOnly(path: file))
            case ENOSPC, EDQUOT: throw AlertStoreError(.diskFull(path: file))
            default: throw AlertStoreError(.folderUnusable(path: path, reason: String(cString: strerror(reason))))
            }
        }
        closeToOthers(file)
        return descriptor
    }

    /// Takes the rights of group and others, and leaves the owner's as they are. What belongs to another user stays as that
    /// user set it.
    private func closeToOthers(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        _ = chmod(path, status.st_mode & 0o700)
    }
}
