import Foundation
import Nightly

/// On a terminal: one line that says what is being done, and goes when it is done.
struct TerminalProgress: StageProgress {
    func began(_ stage: String) { show("\(stage)…") }
    func finished(_ stage: String, seconds: Double) { show("") }

    private func show(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
    }
}
