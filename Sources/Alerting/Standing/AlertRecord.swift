public import Measures

/// What the store remembers of one alert: for each period of which it was told, the state last recorded.
public struct AlertRecord: Sendable {
    /// By period, oldest first.
    public private(set) var states: [(period: Period, state: AlertState)] = []
    /// The periods of which it was told first that the alert stood in them, and then that it ended there: what late figures do.
    private(set) var ended: Set<Period> = []

    /// - Parameter transitions: of one rule, area and meaning, in the order in which they were recorded.
    public init(_ transitions: some Sequence<RecordedTransition>) {
        for entry in transitions { add(entry.transition) }
    }

    private mutating func add(_ transition: Transition) {
        let (period, state) = (transition.period, transition.state)
        let place = place(of: period)
        guard place < states.count, states[place].period == period else {
            return states.insert((period: period, state: state), at: place)
        }
        let before = states[place].state
        if before.isOpen || before == .pending, state == .resolved || state == .inactive {
            ended.insert(period)
        } else if state != before {
            ended.remove(period)
        }
        states[place].state = state
    }

    /// Where a period stands, or would stand. Most are asked for near the end.
    private func place(of period: Period) -> Int {
        guard let last = states.last, period <= last.period else { return states.count }
        var (low, high) = (0, states.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if states[middle].period < period { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What restated data undid is as if it had never been: the alert stands as the periods before it left it.
    private var standing: [(period: Period, state: AlertState)] { states.filter { $0.state != .withdrawn } }
    private var lastStanding: AlertState? { states.last { $0.state != .withdrawn }?.state }

    /// Whether the alert stands open at the record's end.
    public var isOpen: Bool { lastStanding?.isOpen ?? false }

    /// Where the alert stands at the record's end; withdrawn where that was the last word and nothing is open before it.
    public var state: AlertState { (isOpen ? lastStanding : states.last?.state) ?? .inactive }

    /// The period in which the episode at the record's end began; nil where none is open.
    public var began: Period? {
        guard isOpen else { return nil }
        let standing = standing
        return standing[(standing.lastIndex { !$0.state.isOpen } ?? -1) + 1].period
    }

    func state(in period: Period) -> AlertState? {
        let place = place(of: period)
        return place < states.count && states[place].period == period ? states[place].state : nil
    }

    /// The as-of date on which an open alert was first told as it stands: when the record last came to be open, and not before it
    /// told of the period in which the alert began.
    ///
    /// - Parameters:
    ///   - entries: all that is recorded of it, in the order in which it was.
    ///   - began: the period in which it began to fire.
    public static func opened(by entries: [RecordedTransition], began: Period) -> CalendarDate? {
        var record = AlertRecord([])
        var opened: CalendarDate?
        for (place, entry) in entries.enumerated() {
            record.add(entry.transition)
            // What one day's run recorded is told together.
            if place + 1 < entries.count, entries[place + 1].asOf == entry.asOf { continue }
            opened = record.isOpen ? opened ?? entry.asOf : nil
        }
        let told = entries.first { $0.transition.period == began && $0.transition.state.isOpen }?.asOf
        return [opened, told].compactMap(\.self).max()
    }
}
