import ArgumentParser

/// `beacon report`: pages for a meeting, made from what is stored.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Make pages for a meeting, from the observations last stored.",
        subcommands: [ReportBoard.self, ReportAnnual.self])
}
