import ArgumentParser
import Measures
import Nightly

/// `beacon alerts act`
struct ActOnAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Say what is to be done in answer to an open alert, by whom and until when.",
        discussion: "It stays on the list, overdue after its day, until `beacon alerts outcome` says what came of it.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The id of a rule.")
    var rule: String

    @Argument(help: "What is to be done.")
    var words: String

    @Option(help: ArgumentHelp("The area, by code or name; where only one alert is open, that one.", valueName: "AREA"))
    var area: String?

    @Option(help: ArgumentHelp("Who is to do it.", valueName: "NAME"))
    var owner: String

    @Option(help: ArgumentHelp("The day by which it is to be done.", valueName: "DATE"), transform: DayText.read)
    var due: CalendarDate

    @OptionGroup var author: AuthorOption

    func run() throws {
        do throws(RunFailure) {
            let statement = AlertMarking.Statement(author: author.by, words: words)
            Terminal.result(
                try options.marking.act(on: rule, area: area, owner: owner, due: due, statement).sentence)
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
