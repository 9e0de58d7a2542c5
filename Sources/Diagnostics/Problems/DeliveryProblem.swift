/// What can keep a notice from going out. The notice stays in the outbox, and the next run tries again.
public enum DeliveryProblem: Problem, Equatable {
    case unknownChannel(String)
    case folderUnusable(path: String, reason: String)
    case keyTooLong(bytes: Int, limit: Int)
    case notWritten(file: String, reason: String)
    /// A file of that name is there, and says something else.
    case differs(file: String)
}

extension DeliveryProblem {
    public var code: String {
        switch self {
        case .unknownChannel: "notice-channel-unknown"
        case .folderUnusable: "notice-folder-unusable"
        case .keyTooLong: "notice-key-too-long"
        case .notWritten: "notice-not-written"
        case .differs: "notice-differs"
        }
    }

    public var words: String {
        switch self {
        case .unknownChannel(let name): "a notice waits for the channel \(Wording.quoted(name)), which is not set up"
        case .folderUnusable(let path, let reason): "the folder for notices `\(path)` cannot be used: \(reason)"
        case .keyTooLong(let bytes, let limit):
            "the key of a notice makes a file name of \(bytes) bytes; at most \(limit) are possible"
        case .notWritten(let file, let reason): "the notice `\(file)` cannot be written: \(reason)"
        case .differs(let file): "a file `\(file)` is there already, and says something else"
        }
    }

    public var remedy: String? {
        switch self {
        case .unknownChannel: "set it up; the notice is kept until then"
        case .folderUnusable, .notWritten: "let Beacon write there; the next run sends the notice again"
        case .keyTooLong: nil
        case .differs: "move that file away; the next run writes the notice"
        }
    }
}
