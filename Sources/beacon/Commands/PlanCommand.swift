import ArgumentParser
import Nightly

/// `beacon plan`: the queries and the script that a run would execute.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a run would ask of the query engine, without asking it.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        do throws(RunFailure) {
            Terminal.result(try await NightlyRun(settings: options.settings(), progress: SilentProgress()).planText())
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
