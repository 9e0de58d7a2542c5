import ArgumentParser
import Diagnostics
import Nightly

/// `beacon alerts show`
struct ShowAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tell all of a rule's alerts: state, since when, last verdicts, and what was recorded.")

    @OptionGroup var folder: StateOption
    @OptionGroup var day: MarkDayOption

    @Argument(help: "The id of a rule.")
    var rule: String

    @Option(help: ArgumentHelp("An area, by code or name; every one that has an alert unless given.", valueName: "AREA"))
    var area: String?

    @OptionGroup var format: ResultFormatOption

    func run() throws {
        do throws(RunFailure) {
            let alerts = try AlertQuestions(stateFolder: folder.state, asOf: day.day, past: day.asOf)
                .details(of: rule, area: area)
            format.write(alerts, text: alerts.flatMap(\.lines).map(VisibleText.visible).joined(separator: "\n"))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
