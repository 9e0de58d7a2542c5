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

    /// The as-of date on which an open alert came to stand as it does: since then it was open at the end of every date. The period since
    /// which it stands may have moved, as late and restated figures move it; where it resolved in between it opened anew, also where both
    /// were learned on one date. Nil where none is open.
    ///
    /// - Parameter entries: all that is recorded of it, in the order in which it was.
    public static func opened(by entries: [RecordedTransition]) -> CalendarDate? {
        var record = AlertRecord([])
        var (opened, began): (CalendarDate?, Period?)
        var rest = entries[...]
        while let day = rest.first?.asOf {
            // What one date's runs recorded is told together.
            let news = rest.prefix { $0.asOf == day }
            rest = rest.dropFirst(news.count)
            for entry in news { record.add(entry.transition) }
            let former = began
            began = record.began
            guard let began else {
                opened = nil
                continue
            }
            let isBroken = news.contains { entry in
                let period = entry.transition.period
                return entry.transition.state == .resolved && former.map { $0 <= period } == true && period < began
                    && record.state(in: period) == .resolved && !record.ended.contains(period)
            }
            if opened == nil || isBroken { opened = day }
        }
        return opened
    }

    /// Whether the alert stood open before a date, or at the end of a run on it.
    ///
    /// - Parameter entries: all that is recorded of it, in the order in which it was.
    static func stoodOpen(by entries: [RecordedTransition], upTo asOf: CalendarDate) -> Bool {
        var record = AlertRecord(entries.filter { $0.asOf < asOf })
        guard !record.isOpen else { return true }
        var run: Int64?
        for entry in entries where entry.asOf == asOf {
            if entry.run != run, record.isOpen { return true }
            run = entry.run
            record.add(entry.transition)
        }
        return record.isOpen
    }
}
