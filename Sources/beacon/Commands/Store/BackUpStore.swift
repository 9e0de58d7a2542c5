import AlertStore
import ArgumentParser
import Foundation

/// `beacon store backup`
struct BackUpStore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a whole copy of the store, also beside a run that is at work.",
        discussion: "To restore, put the copy into an empty state folder as beacon.sqlite.")

    @OptionGroup var folder: StateOption

    @Argument(help: "The file to write; one that is there is never replaced.")
    var path: String

    func run() throws {
        do throws(AlertStoreError) {
            try AlertStore.backUp(stateFolder: folder.state, to: path, at: Date())
        } catch {
            throw CommandEnd(reporting: error)
        }
        Terminal.result("the store was copied to \(path)")
    }
}
