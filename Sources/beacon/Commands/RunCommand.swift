import ArgumentParser
import Definitions
import Diagnostics
import Foundation
import Measures
import Nightly

/// `beacon run`: the nightly run.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Judge every rule, move the alerts on, and give every group its breach list.")

    @OptionGroup var options: DataOptions

    @OptionGroup var delivery: DeliveryOptions

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "Exit with 1 where an alert of this severity or over is open: low, medium, high or critical.",
            valueName: "SEVERITY"),
        transform: { text in
            guard let severity = Rule.Severity(rawValue: text) else {
                throw ValidationError("'\(text)' is not a severity; severities: low, medium, high, critical")
            }
            return severity
        })
    var failOn: Rule.Severity?

    @Flag(name: .customLong("catch-up"), help: "Run each night that was missed since the last run first, on its own day.")
    var catchesUp = false

    @Option(
        help: ArgumentHelp(
            "A file for monitoring, in the text format of Prometheus, written when a run finished.", valueName: "FILE"))
    var metrics: String?

    @Flag(help: "Say nothing but what went wrong.")
    var quiet = false

    func validate() throws {
        // Later runs can't go back behind a stored one, so a mistyped year would lock the state folder.
        if let asOf = options.definitions.asOf, asOf > CalendarDate(Date(), in: .current) {
            throw ValidationError("the as-of date \(asOf) lies in the future")
        }
    }

    func run() async throws {
        let progress: any StageProgress
        if quiet {
            progress = SilentProgress()
        } else if Terminal.errorIsTerminal {
            progress = TerminalProgress()
        } else {
            progress = LoggedProgress()
        }
        let settings = options.settings(out: delivery.out, sendmail: delivery.sendmail)
        var outcomes: [RunOutcome] = []
        var unmetered: CommandEnd?
        do throws(RunFailure) {
            for day in try MissedNights(settings: settings).days(catchingUp: catchesUp) {
                let night = settings.on(day)
                let outcome: RunOutcome
                do throws(RunFailure) { outcome = try await NightlyRun(settings: night, progress: progress).run() } catch {
                    // What keeps the lists of an earlier night from their place keeps no later night: the next run tries it again, and tells it.
                    guard case .unplaced = error, day < settings.asOf else { throw error }
                    continue
                }
                tell(outcome)
                outcomes.append(outcome)
                unmetered = meter(outcome, on: day)
            }
        } catch {
            throw CommandEnd(reporting: error)
        }
        // An alert that was asked for goes before a fault, which has been told above: nobody may miss it for a late file.
        if let failOn, outcomes.last?.openSeverities.contains(where: { $0 >= failOn }) ?? false {
            throw CommandEnd(code: .alerts)
        }
        if let unmetered { throw unmetered }
        if outcomes.contains(where: { !$0.faults.isEmpty }) { throw CommandEnd(code: .faults) }
    }

    /// Writes the file for monitoring. Where it can't be written that is said, and holds up no further night.
    private func meter(_ outcome: RunOutcome, on day: CalendarDate) -> CommandEnd? {
        guard let metrics else { return nil }
        do throws(RunFailure) {
            try RunMetrics(outcome, asOf: day, finished: Date()).write(to: metrics)
            return nil
        } catch {
            return CommandEnd(reporting: error)
        }
    }

    private func tell(_ outcome: RunOutcome) {
        // Notes are for those who edit the rules; a night needs none.
        let found = outcome.report.atLeast(.warning).rendered(as: .text)
        if !found.isEmpty { Terminal.message(found) }
        for fault in outcome.faults {
            Terminal.message("fault: \(fault.words)" + (fault.remedy.map { "\n  \($0)" } ?? ""))
        }
        if !quiet { Terminal.result(outcome.summary) }
    }
}

extension CommandEnd {
    /// Says why a run or a question could not be finished.
    init(reporting failure: RunFailure) {
        switch failure {
        case .definitions(let report):
            Terminal.message(report.rendered(as: .text))
            self.init(code: .definitions)
        case .unfinished(let stage, let words, let remedy):
            Terminal.message("error: \(stage): \(words)" + (remedy.map { "\n  \($0)" } ?? ""))
            self.init(code: .unfinished)
        case .unplaced(let words, let remedy):
            Terminal.message("error: publish: \(words)\n  \(remedy)")
            self.init(code: .unfinished)
        case .usage(let words, let remedy):
            Terminal.message("error: \(words)\n  \(remedy)")
            self.init(code: .usage)
        case .nothingStored(let words, let remedy):
            Terminal.message("error: \(words)" + (remedy.map { "\n  \($0)" } ?? ""))
            self.init(code: .unfinished)
        }
    }
}
