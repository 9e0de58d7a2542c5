import Measures

/// What the store remembers of one alert: for each period of which it was told, the state last recorded.
struct AlertRecord {
    /// By period, oldest first.
    let states: [(period: Period, state: AlertState)]
    /// The periods of which it was told first that the alert stood in them, and then that it ended there: what late figures do.
    let ended: Set<Period>
    private let byPeriod: [Period: AlertState]

    init(_ transitions: [RecordedTransition]) {
        var latest: [Period: AlertState] = [:]
        var ended: Set<Period> = []
        for entry in transitions {
            let (period, state) = (entry.transition.period, entry.transition.state)
            if let before = latest[period], before.isOpen || before == .pending, state == .resolved || state == .inactive {
                ended.insert(period)
            } else if state != latest[period] {
                ended.remove(period)
            }
            latest[period] = state
        }
        byPeriod = latest
        self.ended = ended
        states = latest.map { (period: $0.key, state: $0.value) }.sorted { $0.period < $1.period }
    }

    /// Whether the alert stands open at the record's end.
    var endsOpen: Bool { states.last?.state.isOpen ?? false }

    /// The period in which the episode at the record's end began.
    var began: Period? {
        guard endsOpen else { return nil }
        return states[(states.lastIndex { !$0.state.isOpen } ?? -1) + 1].period
    }

    func state(in period: Period) -> AlertState? { byPeriod[period] }
}
