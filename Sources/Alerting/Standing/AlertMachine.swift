public import Definitions
public import Measures
public import RuleLanguage

/// What one period says to an alert.
public struct PeriodSignal: Sendable, Hashable {
    public var verdict: Verdict
    /// Whether the recovery condition is met.
    public var clears: Truth
    /// Whether the figures may still be revised; such figures may fire an alert, and never resolve one.
    public var isProvisional: Bool

    public init(verdict: Verdict, clears: Truth, isProvisional: Bool = false) {
        self.verdict = verdict
        self.clears = clears
        self.isProvisional = isProvisional
    }
}

/// The state machine of an alert: a state, and how many periods in a row have fired while it is pending. It advances when a
/// period closes, not when a night passes.
///
/// | state | signal | next |
/// |---|---|---|
/// | inactive, resolved | fired | firing, or pending where `for:` asks for more periods |
/// | pending | fired | firing once the periods are enough |
/// | pending | within chance, did not fire | inactive |
/// | firing, recovering | fired | firing |
/// | firing, recovering | clears, final figures | resolved |
/// | firing | clears, provisional figures | recovering; resolved where only absent data had fired |
/// | firing | did not fire, not yet clear | recovering |
/// | any | anything else | as it was |
///
/// Data that are absent or undecided never change a state: missing data resolve nothing, and a hole neither advances nor
/// resets `for:`. A guard that can't be satisfied (too small, no counts) binds firing and not recovery, so there `clears` is
/// still heard. Where the rule says `missing: alert`, data that are due and absent count as fired; an alert that rests on nothing else
/// ends with the figures that are in, which need not be final. Periods that share a month are one piece of evidence: `for:` counts
/// only those that do not overlap.
public struct AlertMachine: Sendable, Hashable {
    public private(set) var state: AlertState = .inactive
    private var firedInARow = 0
    /// Whether figures made it pending or fire, and not only their absence.
    private var restsOnFigures = false
    /// The last period that counted towards `for:`.
    private var lastCounted: Period?
    private let forPeriods: Int
    private let missing: Rule.MissingPolicy

    public init(forPeriods: Int, missing: Rule.MissingPolicy) {
        self.forPeriods = forPeriods
        self.missing = missing
    }

    /// - Parameter period: the period that speaks; without one it is taken to overlap no other.
    public mutating func advance(_ signal: PeriodSignal, in period: Period? = nil) {
        let fired = signal.verdict == .fired || (missing == .alert && signal.verdict == .notAssessed(.missing))
        switch state {
        case .inactive, .resolved, .withdrawn, .closed, .pending:
            if fired {
                if signal.verdict == .fired { restsOnFigures = true }
                count(period)
                state = firedInARow >= forPeriods ? .firing : .pending
            } else if case .notAssessed = signal.verdict {
                return
            } else {
                forget()
                restsOnFigures = false
                if state == .pending { state = .inactive }
            }
        case .firing, .recovering:
            forget()
            if fired {
                if signal.verdict == .fired { restsOnFigures = true }
                state = .firing
            } else if signal.isHole {
                return
            } else if signal.clears == .isTrue {
                state = signal.isProvisional && restsOnFigures ? .recovering : .resolved
                if state == .resolved { restsOnFigures = false }
            } else if signal.verdict == .didNotFire, signal.clears == .isFalse {
                state = .recovering
            }
        }
    }

    /// Takes up a state that was recorded.
    mutating func adopt(_ state: AlertState) {
        self.state = state
        // The record does not say on what it rested; figures are the more careful answer.
        restsOnFigures = state.isOpen || state == .pending
        firedInARow = state == .pending ? 1 : 0
        lastCounted = nil
    }

    private mutating func count(_ period: Period?) {
        if let period, let lastCounted, period.overlaps(lastCounted) { return }
        firedInARow += 1
        lastCounted = period
    }

    private mutating func forget() {
        firedInARow = 0
        lastCounted = nil
    }
}

extension PeriodSignal {
    /// Whether the data themselves leave the verdict open, rather than a guard.
    fileprivate var isHole: Bool {
        switch verdict {
        case .notAssessed(.tooSmall), .notAssessed(.noCounts): false
        case .notAssessed: true
        default: false
        }
    }
}
