import ModuleKit

extension ModuleFailure: CustomStringConvertible {
    /// What happened, in a sentence: `module 'road-safety' failed at compute: exit code 3 before it answered`.
    public var description: String { "module '\(module)' failed at \(stage.rawValue): \(cause.words(of: module))" }

    /// What the operator can do about it.
    public var remedy: String {
        switch cause {
        case .unfitID: "Correct `module:` in the priority's file."
        case .notFound: "Build the whole package, or name the module's folder with --modules."
        case .notExecutable: "Make it executable: chmod +x."
        case .notStarted: "Run it by hand; see that its interpreter is installed."
        case .exited, .signalled, .closedOutput:
            "See what it wrote to standard error; run `beacon modules test \(module)`."
        case .timedOut: "Run `beacon modules test \(module)`; allow it more time where its data have grown."
        case .tooMuch: "See that it answers only what it was asked; allow more where its data have grown."
        case .nonsense, .unexpected, .unfitAnswer:
            "Run `beacon modules test \(module)`, which names the message that is not as the wire's specification says."
        case .otherContract: "Build the module and the host from the same source."
        case .refused: "The reason is the module's own; see its documentation."
        }
    }
}

extension ModuleFailure.Cause {
    /// What happened, without the module's name and stage.
    var words: String { words(of: "…") }

    func words(of module: String) -> String {
        switch self {
        case .unfitID: "its id may hold lower-case letters, digits and hyphens only"
        case .notFound(let folders): "no executable beacon-module-\(module) in \(folders.joined(separator: ", "))"
        case .notExecutable(let path): "\(path) may not be run"
        case .notStarted(let words): "the process did not start: \(words)"
        case .exited(let code, let within): "exit code \(code) \(Self.place(within))"
        case .signalled(let signal, let within): "signal \(signal) ended it \(Self.place(within))"
        case .closedOutput: "it closed its output without an answer"
        case .timedOut(let seconds): "no answer within \(Self.seconds(seconds))"
        case .tooMuch(let bytes, let limit): "an answer of \(bytes) bytes, over the limit of \(limit)"
        case .nonsense(let error): error.description
        case .otherContract(let version):
            "it speaks contract \(version), this host speaks \(Manifest.currentContract)"
        case .unexpected(let kind): "it answered with '\(kind)'"
        case .refused(let reason): reason
        case .unfitAnswer(let words): words
        }
    }

    private static func place(_ withinFrame: Bool) -> String {
        withinFrame ? "in the middle of its answer" : "before it answered"
    }

    private static func seconds(_ seconds: Double) -> String {
        seconds == 1 ? "1 second" : seconds == seconds.rounded() ? "\(Int(seconds)) seconds" : "\(seconds) seconds"
    }
}
