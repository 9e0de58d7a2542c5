import ArgumentParser
import Measures
import Nightly

/// `beacon alerts silence`
struct SilenceAlerts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract:
            "Keep alerts out of the notices until a day: of a rule, an area, a group, or of all that are named together.",
        discussion: "They stay on the lists, marked. That they recover is told all the same, and so is the silence's end.")

    @OptionGroup var options: MarkingOptions

    @Option(help: ArgumentHelp("Of this rule.", valueName: "RULE"))
    var rule: String?

    @Option(help: ArgumentHelp("For this area itself, by code or name; not for the areas within it.", valueName: "AREA"))
    var area: String?

    @Option(help: ArgumentHelp("As this group hears of them.", valueName: "GROUP"))
    var group: String?

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "DATE"), transform: DayText.read)
    var until: CalendarDate

    @OptionGroup var statement: StatementOptions

    func validate() throws {
        if rule == nil, area == nil, group == nil {
            throw ValidationError("a silence needs a `--rule`, an `--area` or a `--group`")
        }
    }

    func run() throws {
        do throws(RunFailure) {
            Terminal.result(
                try options.marking.silence(rule: rule, area: area, group: group, until: until, statement.statement).sentence
            )
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
