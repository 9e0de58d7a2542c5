import ArgumentParser
import Measures
import Nightly

/// `beacon alerts acknowledge`
struct AcknowledgeAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Say that you know of an open alert. It ends with the alert, or on a day.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The id of a rule.")
    var rule: String

    @Option(help: ArgumentHelp("The area, by code or name; where only one alert is open, that one.", valueName: "AREA"))
    var area: String?

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "DATE"), transform: DayText.read)
    var until: CalendarDate?

    @OptionGroup var statement: StatementOptions

    func run() throws {
        do throws(RunFailure) {
            Terminal.result(
                try options.marking.acknowledge(rule, area: area, until: until, statement.statement).sentence)
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
