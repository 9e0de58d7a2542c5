import ArgumentParser

/// `beacon alerts`: what the store remembers of alerts.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "List and show alerts, and tell their history.",
        subcommands: [ListAlerts.self, ShowAlert.self, AlertHistoryCommand.self], defaultSubcommand: ListAlerts.self)
}
