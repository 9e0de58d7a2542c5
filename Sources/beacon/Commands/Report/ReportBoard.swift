import ArgumentParser
import Measures
import Nightly

/// `beacon report board`: the boards' pages, with what changed since a day.
struct ReportBoard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board",
        abstract: "Make the boards' pages from what is stored, with what changed since a meeting.",
        discussion:
            "Neither data nor modules' work is needed. A board's folder under --out holds board.html, and the pages that it leads to."
    )

    @OptionGroup var options: DefinitionOptions

    @Option(
        help: ArgumentHelp("The day of the meeting; each board's last one unless given.", valueName: "DATE"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("'\(text)' is not a date; write year, month and day: 2026-11-22")
            }
            return date
        })
    var since: CalendarDate?

    @Option(help: ArgumentHelp("The board, by id; all unless given.", valueName: "ID"))
    var board: String?

    @Option(help: ArgumentHelp("The folder of the pages.", valueName: "DIR"))
    var out = "out/boards"

    func run() async throws {
        do throws(RunFailure) {
            let paths = try await BoardReporting(settings: options.settings(out: out)).report(since: since, board: board)
            Terminal.result(paths.joined(separator: "\n"))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
