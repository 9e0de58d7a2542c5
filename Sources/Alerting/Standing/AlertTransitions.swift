/// Every transition of an alert, in one table.
///
/// Data that are absent or undecided never change a state: missing data resolve nothing, and a hole neither advances nor resets a
/// count. Where the rule says `missing: alert`, data that are due and absent count as fired.
enum AlertTransitions {
    /// What a signal does to an alert.
    enum Move: Sendable {
        /// All stays as it was, the counts too.
        case hold
        /// One more period towards `for:`: pending, and firing once they are enough.
        case countFired
        /// The condition came to nothing before it fired: inactive.
        case lapse
        case fire
        /// Recovering, and what had counted towards `keep:` counts no more.
        case recede
        /// One more period towards `keep:`: recovering, and resolved once they are enough.
        case countClear
        /// As `countClear` where only absent data had fired, which the figures' coming ends; else recovering, since only final figures resolve.
        case countArrival
    }

    /// What a signal does, by the state that it meets.
    struct Row: Sendable {
        /// Inactive, resolved, withdrawn or closed: no alert stands.
        var none: Move
        var pending: Move
        var firing: Move
        var recovering: Move

        init(_ none: Move, _ pending: Move, _ firing: Move, _ recovering: Move) {
            self.none = none
            self.pending = pending
            self.firing = firing
            self.recovering = recovering
        }
    }

    // swift-format-ignore
    static func row(_ signal: AlertSignal) -> Row {
        switch signal {                     // none         pending      firing         recovering
        case .fired:                      Row(.countFired, .countFired, .fire,         .fire)
        case .absent:                     Row(.countFired, .countFired, .fire,         .fire)
        case .clear:                      Row(.hold,       .lapse,      .countClear,   .countClear)
        case .clearProvisionally:         Row(.hold,       .lapse,      .countArrival, .countArrival)
        case .smallAndClear:              Row(.hold,       .hold,       .countClear,   .countClear)
        case .smallAndClearProvisionally: Row(.hold,       .hold,       .countArrival, .countArrival)
        case .notClear:                   Row(.hold,       .lapse,      .recede,       .recede)
        case .withinChance:               Row(.hold,       .lapse,      .hold,         .recede)
        case .notFired:                   Row(.hold,       .lapse,      .hold,         .hold)
        case .undecided:                  Row(.hold,       .hold,       .hold,         .hold)
        }
    }

    static func move(_ state: AlertState, on signal: AlertSignal) -> Move {
        let row = row(signal)
        return switch state {
        case .inactive, .resolved, .withdrawn, .closed: row.none
        case .pending: row.pending
        case .firing: row.firing
        case .recovering: row.recovering
        }
    }
}
