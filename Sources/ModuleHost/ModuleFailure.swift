public import ModuleKit

/// Why a module gave no answer. It makes the module's own KPIs not assessed, and stops no other module.
public struct ModuleFailure: Error, Sendable, Hashable {
    /// What the module was asked when it failed.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case find, start, describe, plan, compute
    }

    public enum Cause: Sendable, Hashable {
        /// The id holds what no module's id may, so nothing was looked for.
        case unfitID
        /// No such executable in the folders that were looked in.
        case notFound(folders: [String])
        /// The file is there, and may not be run.
        case notExecutable(path: String)
        case notStarted(String)
        /// The process ended by itself before it answered; within a frame where part of one had come.
        case exited(code: Int32, withinFrame: Bool)
        /// A signal that the host did not send ended the process.
        case signalled(Int32, withinFrame: Bool)
        /// It closed its output and went on.
        case closedOutput
        /// No whole answer within the time allowed; the process was killed.
        case timedOut(seconds: Double)
        /// The answer is longer than the host allows.
        case tooMuch(bytes: UInt64, limit: Int)
        /// What came is no frame, or a frame that can't be read.
        case nonsense(WireError)
        case otherContract(Int)
        /// A frame of another kind than the one asked for.
        case unexpected(kind: String)
        /// The module said itself that it can't answer.
        case refused(String)
        /// A readable answer to something that was not asked, or no answer to something that was.
        case unfitAnswer(String)
    }

    public var module: String
    public var stage: Stage
    public var cause: Cause
    /// The end of what the module wrote to standard error.
    public var standardError: String

    public init(module: String, stage: Stage, cause: Cause, standardError: String = "") {
        self.module = module
        self.stage = stage
        self.cause = cause
        self.standardError = standardError
    }
}
