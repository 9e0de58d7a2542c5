import ArgumentParser

/// `beacon alerts`: what the store remembers of alerts, and what people say of them.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "List and show alerts, tell their history, acknowledge, silence, act and note.",
        subcommands: [
            ListAlerts.self, ShowAlert.self, AlertHistoryCommand.self, AcknowledgeAlert.self, SilenceAlerts.self,
            ActOnAlert.self, TellOutcome.self, NoteAlert.self,
            Unsilence.self, ListMarks.self, EraseNote.self,
        ], defaultSubcommand: ListAlerts.self)
}
