/// Why something could not be judged. In the order in which reasons are given: where several hold, the first is told.
public enum AbsenceReason: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case moduleFailed = 1
    case withheld
    case notDue
    case missing
    case insufficientHistory
    /// There is no such value: a share of nothing, a quotient by zero, no target or benchmark for the period. (A departure
    /// from the design's list too: none of it is late, so no rule on late data may fire on it.)
    case noValue
    /// The figures carry no counts, so chance can't be judged. (A departure from the design's list: no other reason
    /// tells the reader what to ask the source for.)
    case noCounts
    case tooSmall
    case borderline

    public static func < (left: AbsenceReason, right: AbsenceReason) -> Bool { left.rawValue < right.rawValue }

    /// For a reader, behind "not assessed: ".
    public var words: String {
        switch self {
        case .moduleFailed: "module failed"
        case .withheld: "withheld"
        case .notDue: "not due"
        case .missing: "missing"
        case .insufficientHistory: "insufficient history"
        case .noValue: "no value"
        case .noCounts: "chance cannot be judged"
        case .tooSmall: "too small"
        case .borderline: "borderline"
        }
    }

    /// For programs: kebab case, stable.
    public var code: String {
        switch self {
        case .moduleFailed: "module-failed"
        case .withheld: "withheld"
        case .notDue: "not-due"
        case .missing: "missing"
        case .insufficientHistory: "insufficient-history"
        case .noValue: "no-value"
        case .noCounts: "no-counts"
        case .tooSmall: "too-small"
        case .borderline: "borderline"
        }
    }
}
