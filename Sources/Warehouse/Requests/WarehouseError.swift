/// Why nothing at all could be fetched.
public enum WarehouseError: Error, Sendable, Equatable {
    case engineAbsent(program: String)
    case engineTooOld(found: String, least: String)
    case engineUnusable(program: String, reason: String)
    /// The engine ended with an error that rebuilding the cache did not cure.
    case engineFailed(status: String, message: String)
    case engineTimedOut(seconds: Double)
    /// The engine answered what cannot be read.
    case answerUnreadable(String)
    case stateFolder(path: String, reason: String)
    /// Another run holds the state folder.
    case stateFolderHeld(path: String, seconds: Double)
}

extension WarehouseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .engineAbsent(let program): "the query engine \(program) was not found"
        case .engineTooOld(let found, let least):
            "the query engine is \(SpokenDialect.dialect.engine) \(found); at least \(least) is needed"
        case .engineUnusable(let program, let reason): "the query engine \(program) cannot be run: \(reason)"
        case .engineFailed(let status, let message):
            "the query engine ended with \(status)" + (message.isEmpty ? "" : ": \(message)")
        case .engineTimedOut(let seconds): "the query engine did not end within \(seconds) seconds"
        case .answerUnreadable(let reason): "the query engine's answer cannot be read: \(reason)"
        case .stateFolder(let path, let reason): "the state folder \(path) cannot be used: \(reason)"
        case .stateFolderHeld(let path, let seconds):
            "another run has held the state folder \(path) for \(seconds) seconds"
        }
    }

    /// What to do about it, where that is known.
    public var remedy: String? {
        switch self {
        case .engineAbsent, .engineTooOld, .engineUnusable:
            "run `make setup`, or put \(SpokenDialect.dialect.engine)'s command-line program on PATH"
        case .engineTimedOut: "allow more time, or more memory, for the engine"
        case .stateFolderHeld: "wait for the other run to end, or name another state folder"
        case .stateFolder: "make room on its disk, or name a folder that Beacon may write"
        case .engineFailed:
            "run again; where it comes back, see whether the disk of the state folder is full, or limits the size of files, and whether "
                + "the engine has memory enough"
        case .answerUnreadable: nil
        }
    }
}
