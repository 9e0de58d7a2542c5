/// How much a diagnostic matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Something worth knowing; nothing has to change.
    case note
    /// Allowed, and probably not meant.
    case warning
    /// The definitions cannot be used as they stand.
    case error

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What is wrong, as facts. Each part of Beacon has an enum of them under `Problems`, and the words for them stand
/// there and nowhere else.
public protocol Problem: Sendable {
    /// The stable name of this kind of problem in kebab case (`unknown-key`): documented, and never reused.
    var code: String { get }
    /// Default: `error`.
    var severity: Severity { get }
    /// One sentence without a full stop, naming the field and the bound.
    var words: String { get }
    /// What to do about it, where that is known.
    var remedy: String? { get }
    /// What it rests on, line by line, where that is more than the words say: the explanation of an expectation that does not hold.
    var details: [String] { get }
    /// The name that was probably meant, where one is near enough.
    var nearMiss: String? { get }
}

extension Problem {
    public var severity: Severity { .error }
    public var remedy: String? { nil }
    public var details: [String] { [] }
    public var nearMiss: String? { nil }
}
