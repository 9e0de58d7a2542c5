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

    @Option(help: ArgumentHelp("The folder of the lists, whose audit.txt holds the heads.", valueName: "DIR"))
    var out = "out"

    @Option(help: ArgumentHelp("Another file of heads; may be given several times.", valueName: "FILE"))
    var heads: [String] = []

    func run() throws {
        var kept: [AuditHead] = []
        var findings: [StoreFinding] = []
        for path in ["\(out)/\(KeptHeads.fileName)"] + heads {
            let read: (heads: [AuditHead], unreadable: [Int])
            do { read = try KeptHeads(path: path).read() } catch {
                throw CommandEnd(
                    reporting: .usage(words: "`\(path)` cannot be read", remedy: "name a file of heads by `--heads`"))
            }
            if read.heads.isEmpty, heads.contains(path) {
                throw CommandEnd(
                    reporting: .usage(words: "`\(path)` holds no head", remedy: "name a copy of an `audit.txt` by `--heads`")
                )
            }
            kept += read.heads
            findings += read.unreadable.map { StoreFinding(path, "line \($0) is not a head") }
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
        for finding in findings { Terminal.message("error: \(finding.place): \(finding.words)") }
        guard findings.isEmpty else { throw CommandEnd(code: .faults) }
        let count = head?.place ?? 0
        Terminal.result(
            "\(count) \(count == 1 ? "entry" : "entries"), nothing was changed; held against \(kept.count) kept "
                + (kept.count == 1 ? "head" : "heads") + (head.map { "\nhead \($0.place) \($0.digestText)" } ?? ""))
    }
}
