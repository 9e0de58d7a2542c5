import ArgumentParser
import Nightly

/// `beacon alerts unsilence`
struct Unsilence: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsilence", abstract: "End a silence, or an acknowledgement, before its day.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The number of the mark; `beacon alerts marks` tells it.")
    var mark: Int64

    @OptionGroup var author: AuthorOption

    @Option(help: ArgumentHelp("Why.", valueName: "WORDS"))
    var because: String?

    func run() throws {
        do throws(RunFailure) {
            try options.marking.end(mark, by: author.by, because: because)
        } catch {
            throw CommandEnd(reporting: error)
        }
        Terminal.result("mark \(mark) ended")
    }
}
