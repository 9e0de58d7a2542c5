import ArgumentParser
import Nightly

/// `beacon notify`: sends what waits, or says where it would go.
struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Send the notices that wait, as those whose receiver failed; or say which way a notice takes.")

    @OptionGroup var options: DefinitionOptions

    @OptionGroup var delivery: DeliveryOptions

    @Flag(name: .customLong("dry-run"), help: "Say what waits and where it would go, and send nothing.")
    var isDryRun = false

    @Option(help: ArgumentHelp("Say which way news of this rule's alerts take on the as-of date.", valueName: "RULE"))
    var route: String?

    @Option(help: "With --route, an area that the rule judges, by code or name.")
    var area: String?

    @Option(
        name: .customLong("drop"),
        help: ArgumentHelp("Let go, for good, of what waits for a route that is stated no more.", valueName: "ROUTE"))
    var dropped: String?

    @OptionGroup var format: ResultFormatOption

    func validate() throws {
        if area != nil, route == nil { throw ValidationError("--area goes with --route") }
        if dropped != nil, isDryRun || route != nil {
            throw ValidationError("--drop goes with neither --dry-run nor --route")
        }
        if isDryRun, route != nil { throw ValidationError("--route sends nothing; leave --dry-run out") }
    }

    func run() async throws {
        let notifying = Notifying(settings: options.settings(out: delivery.out, sendmail: delivery.sendmail))
        var outcome: Notifying.Outcome?
        do throws(RunFailure) {
            if let route {
                let ways = try await notifying.ways(of: route, area: area)
                format.write(ways, text: ways.flatMap(\.lines).joined(separator: "\n"))
            } else if let dropped {
                let count = try await notifying.drop(route: dropped)
                Terminal.result(
                    count == 0
                        ? "nothing waits for the route \(dropped)"
                        : "let go of \(count) \(count == 1 ? "notice" : "notices") for the route \(dropped)")
            } else if isDryRun {
                let waiting = try await notifying.waiting()
                format.write(
                    waiting,
                    text: waiting.isEmpty ? "nothing waits" : waiting.flatMap(\.lines).joined(separator: "\n"))
            } else {
                outcome = try await notifying.deliver()
            }
        } catch {
            throw CommandEnd(reporting: error)
        }
        if let outcome { try tell(outcome) }
    }

    private func tell(_ outcome: Notifying.Outcome) throws {
        for fault in outcome.faults {
            Terminal.message("fault: \(fault.words)" + (fault.remedy.map { "\n  \($0)" } ?? ""))
        }
        let parts =
            ["\(outcome.delivered) sent"]
            + (outcome.postponed > 0 ? ["\(outcome.postponed) left for later"] : [])
            + (outcome.unpublished > 0 ? ["\(outcome.unpublished) left until the lists of that night are published"] : [])
            + (outcome.faults.isEmpty ? [] : ["\(outcome.faults.count) failed"])
        Terminal.result(parts.joined(separator: ", "))
        if !outcome.faults.isEmpty { throw CommandEnd(code: .faults) }
    }
}
