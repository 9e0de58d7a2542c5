import ArgumentParser
import Nightly

/// `beacon alerts erase-note`
struct EraseNote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-note",
        abstract:
            "Erase what a mark says, for good. That it was, by whom and why, is kept, and the audit chain still holds.",
        discussion: "Backups that were made before still hold the text.")

    @OptionGroup var options: MarkingOptions

    @Argument(help: "The number of the mark; `beacon alerts marks --all` tells it.")
    var mark: Int64

    @Flag(help: "The name of whoever made the mark too, and of who was to do it.")
    var withAuthor = false

    @OptionGroup var statement: StatementOptions

    func run() throws {
        do throws(RunFailure) {
            try options.marking.erase(mark, withAuthor: withAuthor, statement.statement)
        } catch {
            throw CommandEnd(reporting: error)
        }
        Terminal.result("the words\(withAuthor ? " and the author" : "") of mark \(mark) are erased")
    }
}
