import ArgumentParser
import Nightly

/// `beacon runs`: which runs are stored, and on what each stood.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List the runs that are stored, or show one.",
        subcommands: [ListRuns.self, ShowRun.self], defaultSubcommand: ListRuns.self)
}

/// `beacon runs list`
struct ListRuns: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Name every run that is stored.")

    @OptionGroup var folder: StateOption
    @OptionGroup var format: ResultFormatOption

    @Option(help: ArgumentHelp("The last so many.", valueName: "N"))
    var last: Int?

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last takes 1 or more") }
    }

    func run() throws {
        do throws(RunFailure) {
            let runs = try RunQuestions(stateFolder: folder.state).list().suffix(last ?? .max)
            format.write(Array(runs), text: TextTable.text(StoredRunSummary.columns, runs.map(\.cells)))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}

/// `beacon runs show`
struct ShowRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say all that is stored of a run itself: when, on which data and definitions, by which versions.")

    @OptionGroup var folder: StateOption
    @OptionGroup var format: ResultFormatOption

    @Argument(help: "The run's number, as `list` tells it.")
    var number: Int64

    func run() throws {
        do throws(RunFailure) {
            let run = try RunQuestions(stateFolder: folder.state).details(of: number)
            format.write(run, text: run.lines.joined(separator: "\n"))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
