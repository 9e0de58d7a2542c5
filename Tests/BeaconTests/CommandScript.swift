import Foundation

/// A test of whole commands in one text file:
///
///     What a user would miss if this failed.
///
///     $ cp -r $FIXTURES/small Rules
///     $ beacon check
///     1 priorities, 2 KPIs, 2 rules: valid
///     [exit 0]
///
/// Lines that begin with `$ ` are run by `sh` in an empty folder, with `beacon` on the path; what follows up to the next
/// command or blank-line-and-comment is what they must print, standard output and error together. `[exit N]` is stated where
/// N isn't 0. Lines that begin with `# ` are comments. Times, process ids and the folder's path are replaced before
/// comparing. `BEACON_RECORD=1` writes what was printed into the file instead, and the test then fails.
struct CommandScript {
    /// A command with what it prints, or a line of comment.
    enum Step {
        case comment(String)
        case command(String, output: [String])
    }

    var steps: [Step]

    init(_ text: String) {
        steps = []
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("$ ") {
                steps.append(.command(String(line.dropFirst(2)), output: []))
            } else if case .command(let command, let output)? = steps.last, !line.hasPrefix("# ") {
                steps[steps.count - 1] = .command(command, output: output + [line])
            } else {
                steps.append(.comment(line))
            }
        }
    }

    /// The script with the outputs that its commands print now.
    func played(in sandbox: CommandSandbox) throws -> CommandScript {
        var played = self
        for (index, step) in steps.enumerated() {
            guard case .command(let command, let expected) = step else { continue }
            // Blank lines behind an output set the steps apart and are not part of it.
            let spacing = expected.reversed().prefix { $0.isEmpty }.count
            played.steps[index] = .command(
                command, output: try sandbox.run(command) + Array(repeating: "", count: spacing))
        }
        return played
    }

    var text: String {
        steps.flatMap { step in
            switch step {
            case .comment(let line): [line]
            case .command(let command, let output): ["$ \(command)"] + output
            }
        }.joined(separator: "\n")
    }
}
