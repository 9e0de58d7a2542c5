import Diagnostics
public import Foundation

/// Keeps two runs out of one state folder, and two that deliver out of one outbox.
///
/// The lock is the system's, on an open file: it goes with its holder, however that ends, and leaves nothing to clean up.
/// The file, `run.lock` or `delivery.lock`, tells who holds it. Commands that only read need no lock.
public final class RunLock: Sendable {
    /// What is kept for one at a time.
    public enum Work: String, Sendable {
        case run
        /// Of its own, so that a receiver that doesn't answer keeps no run from beginning.
        case delivery
    }

    private let descriptor: Int32

    /// Takes the lock at once, or fails.
    ///
    /// - Parameters:
    ///   - stateFolder: made where it is missing.
    ///   - work: what it is for; the other work may go on beside it.
    ///   - started: when this run began, for the message that another run gets.
    /// - Throws: `runInProgress` or `deliveryInProgress` with the holder's process and start, where another holds it.
    public init(stateFolder: String, for work: Work = .run, started: Date) throws(AlertStoreError) {
        let folder = try StateFolder(path: stateFolder)
        let descriptor = try folder.open("\(folder.path)/\(work.rawValue).lock")
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let holder = Holder.read(from: descriptor)
            close(descriptor)
            guard reason == EWOULDBLOCK else {
                throw AlertStoreError(.folderUnusable(path: stateFolder, reason: String(cString: strerror(reason))))
            }
            let (process, since) = (holder?.process, holder?.started)
            throw AlertStoreError(
                work == .run
                    ? .runInProgress(folder: stateFolder, process: process, since: since)
                    : .deliveryInProgress(folder: stateFolder, process: process, since: since))
        }
        self.descriptor = descriptor
        Holder(process: Int(getpid()), started: started.formatted(.iso8601)).write(to: descriptor)
    }

    deinit {
        ftruncate(descriptor, 0)
        close(descriptor)
    }
}

/// What the lock file says of its holder: the process and the start of the run, a line each.
private struct Holder {
    var process: Int
    var started: String

    func write(to descriptor: Int32) {
        let text = Array("\(process)\n\(started)\n".utf8)
        ftruncate(descriptor, 0)
        // A lock without a name on it is a lock all the same.
        _ = pwrite(descriptor, text, text.count, 0)
    }

    static func read(from descriptor: Int32) -> Holder? {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let process = Int(lines[0]) else { return nil }
        return Holder(process: process, started: String(lines[1]))
    }
}
