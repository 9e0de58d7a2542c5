import ArgumentParser

/// `beacon audit`: whether what the store tells is what was stored.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Hold runs, alerts' transitions and marks against the chain of digests.",
        subcommands: [VerifyAudit.self], defaultSubcommand: VerifyAudit.self)
}
