import Measures

/// What the store remembers of one alert: for each period of which it was told, the state last recorded.
struct AlertRecord {
    /// By period, oldest first.
    let states: [(period: Period, state: AlertState)]

    init(_ transitions: [RecordedTransition]) {
        var latest: [Period: AlertState] = [:]
        for entry in transitions { latest[entry.transition.period] = entry.transition.state }
        states = latest.map { (period: $0.key, state: $0.value) }.sorted { $0.period < $1.period }
    }

    func state(in period: Period) -> AlertState? { states.first { $0.period == period }?.state }

    /// The state that the record ends with, and the period in which that episode began to fire; nil where it ends with no
    /// open alert.
    var open: (state: AlertState, since: Period, last: Period)? {
        let told = states.filter { $0.state != .withdrawn }
        guard let last = told.last, last.state.isOpen else { return nil }
        let start = (told.lastIndex { !$0.state.isOpen } ?? -1) + 1
        return (last.state, told[start].period, last.period)
    }
}
