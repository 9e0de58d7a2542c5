import ArgumentParser
import Foundation

/// Parses the command line, runs the command, and turns its end into an exit code.
@main
enum Main {
    static func main() async {
        // A file that may grow no further is then told as an error, with its remedy; by itself the signal ends the process without a word.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Beacon.parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let end as CommandEnd {
            Terminal.end(with: end.code)
        } catch {
            // Help and version are no errors; everything else that the parser throws is a matter of usage.
            let code = Beacon.exitCode(for: error)
            let text = Beacon.fullMessage(for: error)
            if code == .success {
                Terminal.result(text)
                Terminal.end(with: .fine)
            }
            Terminal.message(text)
            exit(BeaconExit.usage.rawValue)
        }
        Terminal.end(with: .fine)
    }
}

/// The exit codes of every command.
enum BeaconExit: Int32 {
    case fine = 0
    case alerts = 1
    case usage = 2
    case definitions = 3
    case faults = 4
    case unfinished = 5
}

/// A command's end with a code other than 0, after it has said why.
struct CommandEnd: Error {
    var code: BeaconExit
}
