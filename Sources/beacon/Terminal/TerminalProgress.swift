import Foundation
import Measures
import Nightly

/// On a terminal one line that says what is being done; elsewhere a plain line for each stage.
struct TerminalProgress: StageProgress {
    let isTerminal: Bool

    func began(_ stage: String) {
        guard isTerminal else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(stage)…".utf8))
    }

    func finished(_ stage: String, seconds: Double) {
        if isTerminal {
            try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
        } else {
            Terminal.message("\(stage) \(DecimalText.plain(seconds, places: 3)) s")
        }
    }
}
