import ArgumentParser
import Nightly

/// `beacon alerts list`
struct ListAlerts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Name every alert that a run told of, and how it stands: open ones first.")

    @OptionGroup var folder: StateOption
    @OptionGroup var day: MarkDayOption
    @OptionGroup var choice: AlertFilterOptions
    @OptionGroup var format: ResultFormatOption

    func run() throws {
        do throws(RunFailure) {
            let alerts = try AlertQuestions(stateFolder: folder.state, asOf: day.day, past: day.asOf).list(choice.filter)
            format.write(
                alerts, text: alerts.isEmpty ? "no alerts" : TextTable.text(AlertSummary.columns, alerts.map(\.cells)))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
