import Definitions
import RuleLanguage

/// What one period says to an alert, in one word: the alphabet of its state machine.
enum AlertSignal: CaseIterable, Sendable {
    /// The rule fired.
    case fired
    /// Its data are due and absent, and the rule says `missing: alert`.
    case absent
    /// It did not fire, and by final figures the recovery condition is met.
    case clear
    /// It did not fire, and the recovery condition is met by figures that may still be revised.
    case clearProvisionally
    /// A guard can't be satisfied (too small, no counts), which binds firing and not recovery: by final figures, that is met.
    case smallAndClear
    case smallAndClearProvisionally
    /// It did not fire, and the recovery condition is not met.
    case notClear
    /// The threshold is met and chance is not excluded, and the recovery condition is not met.
    case withinChance
    /// It did not fire, and whether the recovery condition is met is not known.
    case notFired
    /// Nothing can be said: data that are absent, not due, withheld, rounded too far, or not computed.
    case undecided

    init(_ signal: PeriodSignal, missing: Rule.MissingPolicy) {
        let isClear = signal.clears == .isTrue
        switch signal.verdict {
        case .fired: self = .fired
        case .notAssessed(.missing) where missing == .alert: self = .absent
        case .notAssessed(.tooSmall) where isClear, .notAssessed(.noCounts) where isClear:
            self = signal.isProvisional ? .smallAndClearProvisionally : .smallAndClear
        case .notAssessed: self = .undecided
        case .didNotFire where isClear, .withinChance where isClear:
            self = signal.isProvisional ? .clearProvisionally : .clear
        case .didNotFire: self = signal.clears == .isFalse ? .notClear : .notFired
        case .withinChance: self = signal.clears == .isFalse ? .withinChance : .notFired
        }
    }
}
