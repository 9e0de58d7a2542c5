import AlertStore
import ArgumentParser

/// `beacon store`: the upkeep of the store.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Check the store, back it up, and take out what is too old.",
        subcommands: [CheckStore.self, BackUpStore.self, PruneStore.self])
}

extension CommandEnd {
    /// Says what the store could not do.
    init(reporting error: AlertStoreError, code: BeaconExit = .unfinished) {
        Terminal.message("error: \(error.words)" + (error.remedy.map { "\n  \($0)" } ?? ""))
        self.init(code: code)
    }
}
