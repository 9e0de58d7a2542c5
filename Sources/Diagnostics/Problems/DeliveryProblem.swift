/// What can keep a notice from going out. The notice stays in the outbox, and the next run tries again.
public enum DeliveryProblem: Problem, Equatable {
    case unknownChannel(String)
    case folderUnusable(path: String, reason: String)
    case keyTooLong(bytes: Int, limit: Int)
    case notWritten(file: String, reason: String)
    /// A file of that name is there, and says something else.
    case differs(file: String)
    case noMailProgram(path: String)
    case mailRefused(program: String, reason: String)
    /// The address of a webhook may be a secret, so the route is named instead.
    case noWebhookAddress(route: String)
    case variableNotSet(String, route: String)
    case webhookFailed(route: String, reason: String)
    /// Nobody answered there, so that others need not be tried.
    case webhookSilent(route: String, reason: String)
    case mailStalled(program: String, seconds: Int)
}

extension DeliveryProblem {
    /// Whether it is the receiver that doesn't answer: then each further notice would wait for it as long, and in vain.
    public var isSilence: Bool {
        switch self {
        case .webhookSilent, .mailStalled: true
        default: false
        }
    }

    public var code: String {
        switch self {
        case .unknownChannel: "notice-channel-unknown"
        case .folderUnusable: "notice-folder-unusable"
        case .keyTooLong: "notice-key-too-long"
        case .notWritten: "notice-not-written"
        case .differs: "notice-differs"
        case .noMailProgram: "notice-no-mail-program"
        case .mailRefused: "notice-mail-refused"
        case .noWebhookAddress, .variableNotSet: "notice-no-web-address"
        case .webhookFailed: "notice-webhook-failed"
        case .webhookSilent: "notice-webhook-silent"
        case .mailStalled: "notice-mail-stalled"
        }
    }

    public var words: String {
        switch self {
        case .unknownChannel(let name): "no route \(Wording.quoted(name)) is stated any more"
        case .folderUnusable(let path, let reason): "the folder for notices `\(path)` cannot be used: \(reason)"
        case .keyTooLong(let bytes, let limit):
            "the key of a notice makes a file name of \(bytes) bytes; at most \(limit) are possible"
        case .notWritten(let file, let reason): "the notice `\(file)` cannot be written: \(reason)"
        case .noMailProgram(let path): "there is no program `\(path)` to hand mail to"
        case .mailRefused(let program, let reason): "`\(program)` did not take a notice: \(reason)"
        case .noWebhookAddress(let route): "the address of the route `\(route)` is none that a notice can be posted to"
        case .variableNotSet(let name, let route):
            "the route `\(route)` posts to the address in `\(name)`, which is not set, or is none that a notice may be posted to"
        case .webhookFailed(let route, let reason): "the receiver of the route `\(route)` did not take a notice: \(reason)"
        case .webhookSilent(let route, let reason): "the receiver of the route `\(route)` took no notice: \(reason)"
        case .mailStalled(let program, let seconds): "`\(program)` did not end within \(seconds) seconds"
        case .differs(let file): "a file `\(file)` is there already, and says something else"
        }
    }

    public var remedy: String? {
        switch self {
        case .noMailProgram: "install a mail relay that brings it, or name one by --sendmail; the notice is kept until then"
        case .mailRefused: "see what the mail relay says of it; the next run hands the notice over again"
        case .noWebhookAddress: "correct the address; the notice is kept until then"
        case .variableNotSet(let name, _): "set \(name) where Beacon runs; the notice is kept until then"
        case .mailStalled: "see what holds the mail relay up; the next run hands the notice over again"
        case .webhookSilent: "see whether the receiver is well; the next run posts to it again"
        case .webhookFailed: "see whether the receiver is well; the next run posts the notice again"
        case .unknownChannel(let name):
            "state the route again, or let go of what waits for it by `beacon notify --drop \(name)`; the notice is kept until then"
        case .folderUnusable, .notWritten: "let Beacon write there; the next run sends the notice again"
        case .keyTooLong: nil
        case .differs: "move that file away; the next run writes the notice"
        }
    }
}
