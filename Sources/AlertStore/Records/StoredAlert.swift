public import Alerting
public import Measures

/// All that the store remembers of one rule's alerts for one area, whatever the rule meant over time.
public struct StoredAlert: Sendable {
    /// The rule's id, as it is now; earlier steps may be of another.
    public var rule: String
    public var area: AreaCode
    /// How the rule was last called; nil where every run that told of it was of a Beacon that did not keep it.
    public var toldRule: ToldRule?
    public var toldArea: ToldArea?
    /// In the order in which they were recorded; one at least.
    public var steps: [Step]

    /// A transition, and the run that recorded it.
    public struct Step: Sendable, Hashable {
        public var run: RunID
        public var asOf: CalendarDate
        public var transition: Transition
    }

    /// The record of the rule as it was last judged: of the meaning that stands open, or was told of last.
    public var record: AlertRecord {
        let meanings = Dictionary(grouping: steps, by: \.transition.meaning).values
            .map { steps in (last: steps.map(\.run).max(), record: Self.record(steps)) }
        // A rule's edit closes the old alert in the run that tells of the new one.
        func rank(_ record: AlertRecord, _ last: RunID?) -> (Int, Int64, Int) {
            (record.isOpen ? 1 : 0, last?.rawValue ?? 0, record.state == .closed ? 0 : 1)
        }
        let latest = meanings.max { rank($0.record, $0.last) < rank($1.record, $1.last) }
        return latest?.record ?? Self.record([])
    }

    private static func record(_ steps: [Step]) -> AlertRecord {
        AlertRecord(steps.map { RecordedTransition($0.transition, asOf: $0.asOf) })
    }

    /// The as-of date on which the open alert was first told as it stands; nil where none is open.
    public var opened: CalendarDate? {
        let open = Dictionary(grouping: steps, by: \.transition.meaning).values.first { Self.record($0).isOpen } ?? []
        return AlertRecord.opened(by: open.map { RecordedTransition($0.transition, asOf: $0.asOf) })
    }

    /// The as-of date of the run that recorded the last step.
    public var changed: CalendarDate? { steps.map(\.asOf).max() }
}
