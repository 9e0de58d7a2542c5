import AlertStore
import ArgumentParser
import Nightly

/// `beacon audit verify`
struct VerifyAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Find any change of runs, transitions, acknowledgements, silences and notes since they were stored.",
        discussion: """
            Each run keeps the head of the chain in audit.txt beside the lists. That the end of the chain was cut off, or all \
            of it made anew, shows by these heads alone: keep a copy where nobody can change it, and name it by --heads. Ends \
            with 4 where something was changed.
            """)

    @OptionGroup var folder: StateOption

    @Option(
        help: ArgumentHelp("The folder of the lists, whose audit.txt holds the heads; `out` unless given.", valueName: "DIR"))
    var out: String?

    @Option(help: ArgumentHelp("Another file of heads; may be given several times.", valueName: "FILE"))
    var heads: [String] = []

    func run() throws {
        var kept: [AuditHead] = []
        var findings: [StoreFinding] = []
        let beside = "\(out ?? "out")/\(KeptHeads.fileName)"
        for path in [beside] + heads {
            let isNamed = path != beside || out != nil
            let read: KeptHeads.Content
            do { read = try KeptHeads(path: path).read() } catch {
                throw CommandEnd(
                    reporting: .usage(words: "`\(path)` cannot be read", remedy: "name a file of heads by `--heads`"))
            }
            if read.heads.isEmpty, isNamed {
                throw CommandEnd(
                    reporting: .usage(
                        words: KeptHeads(path: path).isThere ? "`\(path)` holds no head" : "there is no `\(path)`",
                        remedy: "name the folder of the lists by `--out`, or a copy of an `audit.txt` by `--heads`"))
            }
            kept += read.heads
            findings += read.unreadable.map { StoreFinding(path, "line \($0) is not a head") }
            if let line = read.cutOff {
                Terminal.message(
                    "warning: \(path): line \(line) is no whole head: a run was cut off there, or somebody cut it")
            }
        }
        let head: AuditHead?
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: folder.state)
            findings += try store.verifyAudit(against: kept)
            head = try store.auditHead()
            store.close()
        } catch {
            throw CommandEnd(reporting: error)
        }
        if kept.isEmpty {
            Terminal.message(
                "warning: there is no head to hold the chain against, so it would not show that its end was cut off, or that all of it "
                    + "was made anew\n  name the folder of the lists by `--out`, or a copy of an `audit.txt` by `--heads`")
        }
        for finding in findings { Terminal.message("error: \(finding.place): \(finding.words)") }
        guard findings.isEmpty else { throw CommandEnd(code: .faults) }
        let count = head?.place ?? 0
        Terminal.result(
            "\(count) \(count == 1 ? "entry" : "entries"), nothing was changed; held against \(kept.count) kept "
                + (kept.count == 1 ? "head" : "heads") + (head.map { "\nhead \($0.place) \($0.digestText)" } ?? ""))
    }
}
