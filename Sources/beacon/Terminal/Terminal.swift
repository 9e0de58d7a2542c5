import Foundation
import Synchronization

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Why a result could not be written; 0 where all were.
    private static let lost = Atomic<Int32>(0)

    static func result(_ text: String) {
        let reason = write(text, to: STDOUT_FILENO)
        // A reader that went away (`beacon explain | head`) is no reason to fail.
        if reason != 0, reason != EPIPE { lost.store(reason, ordering: .relaxed) }
    }

    static func message(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    /// Ends the process, and says so where a result could not be written: whoever asked for it does not have it.
    static func end(with code: BeaconExit) -> Never {
        let reason = lost.load(ordering: .relaxed)
        guard reason != 0 else { exit(code.rawValue) }
        let words = String(cString: strerror(reason))
        message("error: the result cannot be written: \(words)\n  see where standard output leads")
        exit(code == .fine ? BeaconExit.unfinished.rawValue : code.rawValue)
    }

    /// - Returns: the system's reason where not all of it could be written; else 0.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        let bytes = Array((text + "\n").utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + done, $0.count - done) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                return errno
            }
            done += count
        }
        return 0
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
