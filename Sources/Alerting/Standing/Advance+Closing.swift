import Measures

/// What is recorded of an alert under a meaning by which nobody judges it any more.
struct GoneAlert {
    let key: AlertKey
    let meaning: String
    let record: AlertRecord
    /// As it stood before it was closed: at the end of the last date or, where it was not open then, by the earlier runs of this one.
    let standing: AlertRecord

    private init(_ key: AlertKey, meaning: String, _ entries: [RecordedTransition], asOf: CalendarDate) {
        self.key = key
        self.meaning = meaning
        record = AlertRecord(entries)
        let before = AlertRecord(entries.filter { $0.asOf < asOf })
        standing = before.isOpen ? before : AlertRecord(entries.filter { $0.asOf < asOf || $0.transition.state != .closed })
    }

    /// In a stable order: the same inputs make the same pages, byte for byte.
    static func all(
        in memory: [AlertKey: [RecordedTransition]], beside judged: JudgedAlerts, asOf: CalendarDate
    ) -> [GoneAlert] {
        memory.sorted { ($0.key.rule, $0.key.area) < ($1.key.rule, $1.key.area) }.flatMap { key, entries in
            let meaning = judged.meaning(of: key)
            let unjudged = entries.filter { $0.transition.meaning != meaning }
            return Dictionary(grouping: unjudged, by: \.transition.meaning).sorted { $0.key < $1.key }
                .map { GoneAlert(key, meaning: $0, $1, asOf: asOf) }
        }
    }
}

extension Advance {
    /// An alert whose rule was edited, renamed or removed, or whose area is judged no more, does not go without a word: it is
    /// closed by the record, and told.
    mutating func close(_ gone: [GoneAlert], beside judged: JudgedAlerts, _ defined: Set<String>, _ renaming: RuleRenaming) {
        for alert in gone {
            if let ending = Self.ending(of: alert, beside: judged) { added.append(ending) }
            // One that stood under an id for some runs of the date alone goes on under another, without a word.
            guard alert.standing.isOpen, !renaming.isTakenBack(alert.key.rule) else { continue }
            let since = alert.standing.began ?? alert.standing.states[0].period
            if let rule = renaming.laterRule(of: alert.key.rule),
                judged.meaning(of: AlertKey(rule: rule, area: alert.key.area)) == alert.meaning
            {
                renamed.append(
                    RenamedAlert(rule: rule, formerRule: alert.key.rule, area: alert.key.area, since: since))
            } else {
                closed.append(
                    ClosedAlert(
                        rule: alert.key.rule, area: alert.key.area, since: since,
                        reason: Self.reason(alert, beside: judged, defined)))
            }
        }
    }

    /// What is to be recorded of it; nil where it has ended already. One that was pending is closed where its rule or its area is gone: a rule
    /// that was edited has a standing of its own there.
    private static func ending(of alert: GoneAlert, beside judged: JudgedAlerts) -> Transition? {
        let isPending = alert.record.state == .pending && judged.meaning(of: alert.key) == nil
        guard alert.record.isOpen || isPending, let last = alert.record.states.last else { return nil }
        return Transition(
            rule: alert.key.rule, area: alert.key.area, period: last.period, state: .closed, meaning: alert.meaning)
    }

    private static func reason(
        _ alert: GoneAlert, beside judged: JudgedAlerts, _ defined: Set<String>
    ) -> ClosedAlert.Reason {
        switch judged.meanings[alert.key.rule] {
        case nil: defined.contains(alert.key.rule) ? .areaGone : .ruleRemoved
        case alert.meaning: .areaGone
        default: .ruleEdited
        }
    }
}
