import ArgumentParser
import Nightly

/// `beacon alerts note`
struct NoteAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write something down beside a rule's alerts; their history tells it.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The id of a rule.")
    var rule: String

    @Argument(help: "What is to be written down.")
    var words: String

    @Option(help: ArgumentHelp("An area, by code or name; all of the rule unless given.", valueName: "AREA"))
    var area: String?

    @OptionGroup var author: AuthorOption

    func run() throws {
        do throws(RunFailure) {
            let statement = AlertMarking.Statement(author: author.by, words: words)
            Terminal.result(try options.marking.note(rule, area: area, statement).sentence)
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
