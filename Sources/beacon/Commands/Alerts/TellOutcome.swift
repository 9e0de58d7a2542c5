import ArgumentParser
import Nightly

/// `beacon alerts outcome`
struct TellOutcome: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Say what came of an action; it is done then.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The number of the action; `beacon alerts marks` tells it.")
    var mark: Int64

    @Argument(help: "What came of it.")
    var words: String

    @OptionGroup var author: AuthorOption

    func run() throws {
        do throws(RunFailure) {
            let statement = AlertMarking.Statement(author: author.by, words: words)
            try options.marking.tellOutcome(ofAction: mark, statement)
        } catch {
            throw CommandEnd(reporting: error)
        }
        Terminal.result("action \(mark) is done")
    }
}
