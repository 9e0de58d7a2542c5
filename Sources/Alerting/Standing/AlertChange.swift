import Definitions
public import Measures
import RuleLanguage

/// What became of one rule's alert for one area since a day, such as a board's last meeting.
public struct AlertChange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Open now, and not on that day.
        case opened
        /// Open on that day too, and the figure has since moved further the way that its KPI calls worse.
        case worsened
        /// Open on that day or since, and ended.
        case recovered
        /// Open on that day or since, and undone by restated figures.
        case withdrawn
        /// Open on that day or since, and its rule or its area is judged no more.
        case closed
    }

    public var kind: Kind
    /// The rule, by id.
    public var rule: String
    public var area: AreaCode
    /// The period in which it began to fire.
    public var began: Period
    /// The last period of which the record or the rule tells.
    public var last: Period
    /// Whether it was open on the day; one that opened and ended since was not.
    public var wasOpen: Bool

    public init(kind: Kind, rule: String, area: AreaCode, began: Period, last: Period, wasOpen: Bool) {
        self.kind = kind
        self.rule = rule
        self.area = area
        self.began = began
        self.last = last
        self.wasOpen = wasOpen
    }
}

extension AlertChange {
    /// The changes since the end of a day, in order of kind, then of rule and area.
    ///
    /// The record as it stood on that day is held against the record as it stands. An alert that was restated, or whose rule was edited,
    /// and stands open as before is no change.
    ///
    /// - Parameters:
    ///   - recorded: all that the store holds, in the order in which it was recorded.
    ///   - isWorse: whether the figure of a rule and area in the later period lies further the worse way than in the earlier.
    public static func changes(
        in recorded: [RecordedTransition], since day: CalendarDate,
        isWorse: (_ rule: String, _ area: AreaCode, _ earlier: Period, _ later: Period) -> Bool
    ) -> [AlertChange] {
        struct Key: Hashable {
            var rule: String
            var area: AreaCode
        }
        let changed = Set(
            recorded.filter { $0.asOf > day }.map { Key(rule: $0.transition.rule, area: $0.transition.area) })
        let known = Dictionary(grouping: recorded) { Key(rule: $0.transition.rule, area: $0.transition.area) }
        return changed.compactMap { key in
            change(known[key] ?? [], since: day) { isWorse(key.rule, key.area, $0, $1) }
        }.sorted { left, right in
            let kinds = [left, right].map { Kind.allCases.firstIndex(of: $0.kind) ?? 0 }
            return (kinds[0], left.rule, left.area) < (kinds[1], right.rule, right.area)
        }
    }

    private static func change(
        _ known: [RecordedTransition], since day: CalendarDate, isWorse: (Period, Period) -> Bool
    ) -> AlertChange? {
        let before = Standing(known.filter { $0.asOf <= day })
        let now = Standing(known)
        guard let first = known.first?.transition else { return nil }
        func change(_ kind: Kind, began: Period, last: Period? = nil) -> AlertChange {
            AlertChange(
                kind: kind, rule: first.rule, area: first.area, began: began, last: last ?? now.last ?? began,
                wasOpen: before.open != nil)
        }
        switch (before.open, now.open) {
        case (nil, let open?): return change(.opened, began: open.began)
        case (let old?, let open?):
            guard let earlier = old.fired, let later = open.fired, earlier < later, isWorse(earlier, later) else {
                return nil
            }
            return change(.worsened, began: open.began, last: later)
        case (let old?, nil): return change(now.ending, began: old.began)
        case (nil, nil):
            // One that came and went between the two days. That a rule would have fired long before is no news, however late it is learned.
            let days = Set(known.map(\.asOf)).filter { $0 > day }.sorted()
            let told = days.lazy.compactMap { day in Standing(known.filter { $0.asOf <= day }).open?.began }.first
            let fired = known.first {
                $0.asOf > day && $0.transition.state == .firing && $0.transition.period.lastDay >= day
            }?.transition.period
            return (told ?? fired).map { change(now.ending, began: $0) }
        }
    }

    /// Where an alert stands by a part of its record, whatever its rule meant over time.
    private struct Standing {
        /// The period in which the open alert began, and the last in which it fired.
        var open: (began: Period, fired: Period?)?
        var last: Period?
        var ending: Kind

        init(_ entries: [RecordedTransition]) {
            let records = Dictionary(grouping: entries, by: \.transition.meaning).sorted { $0.key < $1.key }
                .map { AlertRecord($0.value) }
            if let record = records.first(where: \.isOpen), let began = record.began {
                open = (began, record.states.last { $0.state == .firing }?.period)
            }
            last = entries.map(\.transition.period).max()
            ending =
                switch entries.last(where: { $0.transition.state.endsAlert })?.transition.state {
                case .withdrawn: .withdrawn
                case .closed: .closed
                default: .recovered
                }
        }
    }
}

extension AlertChange {
    /// The changes since the end of a day of alerts whose rules were judged now.
    public static func changes(
        in recorded: [RecordedTransition], since day: CalendarDate, judgedBy evaluations: [RuleEvaluation]
    ) -> [AlertChange] {
        let byRule = Dictionary(grouping: evaluations, by: \.rule.id)
        return changes(in: recorded, since: day) { rule, area, earlier, later in
            byRule[rule]?.contains { evaluation in
                let place = evaluation.frame.areas.firstIndex(of: area)
                return place.map { evaluation.isWorse(area: $0, in: later, than: earlier) } ?? false
            } ?? false
        }
    }
}
