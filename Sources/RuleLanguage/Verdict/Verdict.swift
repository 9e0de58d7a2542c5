/// What one rule says of one area and period.
public enum Verdict: Sendable, Hashable {
    case fired
    /// The threshold is met, and chance is not excluded.
    case withinChance
    case didNotFire
    case notAssessed(AbsenceReason)

    /// The verdict as one byte, for the packed column of a rule and run: 0 fired, 1 within chance, 2 did not fire, 16 + reason not assessed.
    public var code: UInt8 {
        switch self {
        case .fired: 0
        case .withinChance: 1
        case .didNotFire: 2
        case .notAssessed(let reason): 16 + reason.rawValue
        }
    }

    public init?(code: UInt8) {
        switch code {
        case 0: self = .fired
        case 1: self = .withinChance
        case 2: self = .didNotFire
        default:
            guard code > 16, let reason = AbsenceReason(rawValue: code - 16) else { return nil }
            self = .notAssessed(reason)
        }
    }

    /// For a reader.
    public var words: String {
        switch self {
        case .fired: "fired"
        case .withinChance: "within chance"
        case .didNotFire: "did not fire"
        case .notAssessed(let reason): "not assessed: \(reason.words)"
        }
    }
}

/// Three-valued truth, with the reason where it is not known.
public enum Truth: Sendable, Hashable {
    case isTrue
    case isFalse
    case unknown(AbsenceReason)
}

/// What a guard protects from, which decides what its being false means.
public enum GuardKind: String, Sendable, Hashable, CaseIterable {
    /// Holds a statistical term: false is "within chance".
    case chance
    /// Holds `base` or `smallest`: false is "too small".
    case size
    /// Any other condition: false is "did not fire".
    case condition
}

extension Verdict {
    /// The verdict table.
    ///
    /// | when | guards | verdict |
    /// |---|---|---|
    /// | false | any | did not fire |
    /// | true | all true | fired |
    /// | true | a chance guard false | within chance |
    /// | true | a size guard false | not assessed: too small |
    /// | true | another guard false | did not fire |
    /// | true | a guard unknown, none false | not assessed: the first reason |
    /// | unknown | a chance guard false at every value that it could take | within chance |
    /// | unknown | another condition false | did not fire |
    /// | unknown | otherwise | not assessed: the first reason |
    ///
    /// Guards bind firing, never recovery.
    public init(when: Truth, guards: some Collection<(kind: GuardKind, truth: Truth)>) {
        func isFalse(_ kind: GuardKind) -> Bool { guards.contains { $0.kind == kind && $0.truth == .isFalse } }
        func firstReason(with own: AbsenceReason? = nil) -> AbsenceReason? {
            var first = own
            for case (_, .unknown(let reason)) in guards { first = min(first ?? reason, reason) }
            return first
        }
        switch when {
        case .isFalse: self = .didNotFire
        case .isTrue:
            if isFalse(.chance) {
                self = .withinChance
            } else if isFalse(.size) {
                self = .notAssessed(.tooSmall)
            } else if isFalse(.condition) {
                self = .didNotFire
            } else if let reason = firstReason() {
                self = .notAssessed(reason)
            } else {
                self = .fired
            }
        case .unknown(let reason):
            if isFalse(.chance) {
                self = .withinChance
            } else if isFalse(.condition) {
                self = .didNotFire
            } else {
                let own = isFalse(.size) ? min(reason, .tooSmall) : reason
                self = .notAssessed(firstReason(with: own) ?? own)
            }
        }
    }
}
