public import Definitions
public import Measures

/// The state machine of an alert: a state, and how many periods in a row have counted towards the next. It advances when a
/// period closes, not when a night passes.
///
/// What each period does is said by one table, `AlertTransitions`. `for:` counts periods that fired until the alert fires, `keep:` periods in
/// which the recovery condition was met until it resolves. Periods that share a month are one piece of evidence: only those
/// that do not overlap count.
public struct AlertMachine: Sendable, Hashable {
    public private(set) var state: AlertState = .inactive
    private var tally = Tally()
    /// Whether figures made it pending or fire, and not only their absence.
    private var restsOnFigures = false
    private let forPeriods: Int
    private let keepPeriods: Int
    private let missing: Rule.MissingPolicy

    /// - Parameters:
    ///   - forPeriods: how many periods have to fire before the alert does.
    ///   - keepPeriods: in how many periods the recovery condition has to be met before the alert resolves.
    public init(forPeriods: Int, keepPeriods: Int = 1, missing: Rule.MissingPolicy) {
        self.forPeriods = forPeriods
        self.keepPeriods = keepPeriods
        self.missing = missing
    }

    /// - Parameters:
    ///   - period: the period that speaks; without one it is taken to overlap no other.
    ///   - recorded: the state that was recorded of the period. Where a count rests on periods that can't be judged any more, the
    ///     record says whether it was enough.
    public mutating func advance(_ signal: PeriodSignal, in period: Period? = nil, recorded: AlertState? = nil) {
        advance(AlertSignal(signal, missing: missing), in: period, recorded: recorded)
    }

    mutating func advance(_ signal: AlertSignal, in period: Period? = nil, recorded: AlertState? = nil) {
        let move = AlertTransitions.move(state, on: signal)
        if signal == .fired { restsOnFigures = true }
        switch move {
        case .hold: return
        case .countFired: count(period, to: .firing, by: .pending, wanted: forPeriods, recorded)
        case .lapse: end(in: .inactive)
        case .fire:
            tally = Tally()
            state = .firing
        case .recede:
            tally = Tally()
            state = .recovering
        case .countArrival where restsOnFigures: state = .recovering
        case .countClear, .countArrival: count(period, to: .resolved, by: .recovering, wanted: keepPeriods, recorded)
        }
        if state == .resolved { end(in: .resolved) }
    }

    /// Takes up a state that was recorded of a period.
    mutating func adopt(_ state: AlertState, of period: Period? = nil) {
        if state == .pending {
            if self.state != .pending { tally = Tally() }
            tally.add(period)
        } else {
            tally = Tally()
        }
        self.state = state
        // The record does not say how many had counted, nor on what it rested; figures are the more careful answer.
        tally.isUncertain = state == .pending || state == .recovering
        restsOnFigures = state.isOpen || state == .pending
    }

    private mutating func count(
        _ period: Period?, to goal: AlertState, by way: AlertState, wanted: Int, _ recorded: AlertState?
    ) {
        tally.add(period)
        let isEnough = tally.count >= wanted || (tally.isUncertain && recorded == goal)
        state = isEnough ? goal : way
        if isEnough { tally = Tally() }
    }

    private mutating func end(in state: AlertState) {
        self.state = state
        tally = Tally()
        restsOnFigures = false
    }
}

/// Periods that count towards a change of state.
private struct Tally: Sendable, Hashable {
    private(set) var count = 0
    /// Whether periods may have counted of which only the state was recorded.
    var isUncertain = false
    private var last: Period?

    mutating func add(_ period: Period?) {
        if let period, let last, period.overlaps(last) { return }
        count += 1
        last = period
    }
}
