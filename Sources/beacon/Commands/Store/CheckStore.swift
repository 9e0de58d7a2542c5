import AlertStore
import ArgumentParser

/// `beacon store check`
struct CheckStore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read the whole store and say everything that is wrong with it.",
        discussion: "Ends with 4 where something is.")

    @OptionGroup var folder: StateOption

    func run() throws {
        let findings: [StoreFinding]
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: folder.state)
            findings = store.check()
            store.close()
        } catch {
            throw CommandEnd(reporting: error)
        }
        for finding in findings { Terminal.message("error: \(finding.place): \(finding.words)") }
        guard findings.isEmpty else {
            Terminal.message(
                "  keep a copy of the state folder, and restore it from a backup (`beacon store backup` makes one)")
            throw CommandEnd(code: .faults)
        }
        Terminal.result("the store is whole")
    }
}
