public import Measures

/// What the store remembers of one alert: for each period of which it was told, the state last recorded.
public struct AlertRecord: Sendable {
    /// By period, oldest first.
    public let states: [(period: Period, state: AlertState)]
    /// The periods of which it was told first that the alert stood in them, and then that it ended there: what late figures do.
    let ended: Set<Period>
    private let byPeriod: [Period: AlertState]

    /// - Parameter transitions: of one rule, area and meaning, in the order in which they were recorded.
    public init(_ transitions: some Sequence<RecordedTransition>) {
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

    /// What restated data undid is as if it had never been: the alert stands as the periods before it left it.
    private var standing: [(period: Period, state: AlertState)] { states.filter { $0.state != .withdrawn } }

    /// Whether the alert stands open at the record's end.
    public var isOpen: Bool { standing.last?.state.isOpen ?? false }

    /// Where the alert stands at the record's end; withdrawn where that was the last word and nothing is open before it.
    public var state: AlertState { (isOpen ? standing.last : states.last)?.state ?? .inactive }

    /// The period in which the episode at the record's end began; nil where none is open.
    public var began: Period? {
        guard isOpen else { return nil }
        let standing = standing
        return standing[(standing.lastIndex { !$0.state.isOpen } ?? -1) + 1].period
    }

    func state(in period: Period) -> AlertState? { byPeriod[period] }

    /// The as-of date on which an open alert was first told as it stands: when the record last came to be open, and not before it
    /// told of the period in which the alert began.
    ///
    /// - Parameters:
    ///   - entries: all that is recorded of it, in the order in which it was.
    ///   - began: the period in which it began to fire.
    public static func opened(by entries: [RecordedTransition], began: Period) -> CalendarDate? {
        var opened: CalendarDate?
        for day in Set(entries.map(\.asOf)).sorted() {
            let isOpen = AlertRecord(entries.prefix { $0.asOf <= day }).isOpen
            opened = isOpen ? opened ?? day : nil
        }
        let told = entries.first { $0.transition.period == began && $0.transition.state.isOpen }?.asOf
        return [opened, told].compactMap(\.self).max()
    }
}
