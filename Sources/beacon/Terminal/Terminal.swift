import Foundation

/// Results go to standard output, everything else to standard error.
enum Terminal {
    static func result(_ text: String) {
        write(text, to: FileHandle.standardOutput)
    }

    static func message(_ text: String) {
        write(text, to: FileHandle.standardError)
    }

    /// A reader that went away (`beacon explain | head`) is no reason to fail.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data((text + "\n").utf8))
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
