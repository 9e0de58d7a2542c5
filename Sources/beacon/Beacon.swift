import ArgumentParser

/// The root command: its subcommands, and nothing else.
struct Beacon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beacon",
        abstract: "A KPI rules engine for community safety partnerships.",
        discussion: """
            Exit codes: 0 fine; 1 alerts at or over --fail-on; 2 usage; 3 definitions not valid; 4 the run finished but \
            something could not be assessed because of a fault; 5 the run could not finish.
            """,
        version: BeaconVersion.text,
        subcommands: [
            RunCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self, AlertsCommand.self, RunsCommand.self,
            StoreCommand.self,
            AuditCommand.self, PlanCommand.self, NotifyCommand.self, ReportCommand.self, ModulesCommand.self,
        ])
}

enum BeaconVersion {
    static let text = "0.1.0"
}
