import AlertStore
import ArgumentParser
import Definitions
import Foundation
import Measures
import Nightly

/// `beacon store prune`
struct PruneStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Take out what later runs had replaced before the retention began, and say what went.",
        discussion: """
            What is known now, alerts, runs, marks and the audit chain stay. The retention is that of partnership.yaml, \
            or of --keep.
            """)

    @OptionGroup var options: DefinitionOptions

    @Option(
        help: ArgumentHelp("The retention, as '36 months'; that of partnership.yaml unless given.", valueName: "MONTHS"),
        transform: { text in
            let words = text.split(separator: " ")
            guard (1...2).contains(words.count), let months = Int(words[0]), months > 0,
                words.count == 1 || ["month", "months"].contains(words[1])
            else { throw ValidationError("'\(text)' is not a retention; write '36 months'") }
            return months
        })
    var keep: Int?

    @Flag(help: "Only say what would go.")
    var dryRun = false

    func run() async throws {
        do throws(RunFailure) { try KeptHeads.check(stateFolder: options.state, at: "store") } catch {
            throw CommandEnd(reporting: error)
        }
        let settings = options.settings()
        let months = try await retention(settings)
        let day = settings.asOf.month.advanced(by: -months).firstDay
        let pruning: Pruning
        do throws(AlertStoreError) {
            try AlertStore(reading: options.state).close()
            let lock = try RunLock(stateFolder: options.state, started: Date())
            let store = try AlertStore(stateFolder: options.state)
            pruning = try store.prune(keepingFrom: day, at: Date(), isTrial: dryRun)
            store.close()
            withExtendedLifetime(lock) {}
        } catch {
            throw CommandEnd(reporting: error)
        }
        guard !pruning.isEmpty else {
            Terminal.result("nothing is older than \(day)")
            return
        }
        let counts = pruning.removed.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { "  \($0.key): \($0.value)" }
        Terminal.result(
            (["\(dryRun ? "would be taken" : "taken") out, replaced before \(day):"] + counts).joined(separator: "\n"))
    }

    private func retention(_ settings: NightlySettings) async throws -> Int {
        if let keep { return keep }
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else {
            throw CommandEnd(reporting: RunFailure.definitions(checked.report))
        }
        guard let months = definitions.partnership.retentionMonths else {
            throw CommandEnd(
                reporting: RunFailure.usage(
                    words: "no retention is stated",
                    remedy: "give `--keep '36 months'`, or state `retention` in partnership.yaml"))
        }
        return months
    }
}
