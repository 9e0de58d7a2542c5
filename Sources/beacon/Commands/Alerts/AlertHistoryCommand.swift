import ArgumentParser
import Nightly

/// `beacon alerts history`
struct AlertHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Tell everything that was recorded of alerts, in the order in which it was.")

    @OptionGroup var folder: StateOption
    @OptionGroup var day: MarkDayOption
    @OptionGroup var choice: AlertFilterOptions
    @OptionGroup var format: ResultFormatOption

    func run() throws {
        do throws(RunFailure) {
            let events = try AlertQuestions(stateFolder: folder.state, asOf: day.day, past: day.asOf).history(choice.filter)
            format.write(
                events, text: events.isEmpty ? "nothing recorded" : TextTable.text(AlertEvent.columns, events.map(\.cells)))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
