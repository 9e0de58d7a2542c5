import ArgumentParser
import Measures
import Nightly

/// `beacon report annual`: the report on a financial year.
struct ReportAnnual: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annual",
        abstract: "Make the report on a financial year from what is stored: figures, targets, alerts and what was done.",
        discussion: "Each reader gets it in the form that its audience may see, as a page that prints well and as CSV.")

    @OptionGroup var options: DefinitionOptions

    @Option(
        help: ArgumentHelp("The financial year, such as 2023/24; the last one that ended unless given.", valueName: "YEAR"),
        transform: { text in
            guard let period = Period(text), period.grain == .financialYear else {
                throw ValidationError("'\(text)' is not a financial year; write both years: 2023/24")
            }
            return period
        })
    var year: Period?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The thematic group or board, by id; all unless given.", valueName: "ID"))
    var reader: String?

    @Option(help: ArgumentHelp("The folder of the reports.", valueName: "DIR"))
    var out = "out/annual"

    func run() async throws {
        do throws(RunFailure) {
            let paths = try await AnnualReporting(settings: options.settings(out: out)).report(of: year, for: reader)
            Terminal.result(paths.joined(separator: "\n"))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
