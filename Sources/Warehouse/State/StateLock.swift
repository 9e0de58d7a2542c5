import Foundation

/// Keeps two runs out of one state folder: a lock on a file, which the system frees when its holder ends in any way.
struct StateLock: Sendable {
    private let descriptor: Int32

    /// Waits for the lock, at most this many seconds.
    init(in folder: StateFolder, seconds: Double) async throws(WarehouseError) {
        descriptor = open(folder.file("lock"), O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .stateFolder(path: folder.path, reason: "cannot make its lock") }
        var waited = 0.0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard waited < seconds else {
                close(descriptor)
                throw .stateFolderHeld(path: folder.path, seconds: seconds)
            }
            try? await Task.sleep(for: .milliseconds(50))
            waited += 0.05
        }
    }

    func release() { close(descriptor) }
}
