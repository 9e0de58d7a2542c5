import AlertStore
import Alerting
import Diagnostics
public import Measures
import RuleLanguage

/// Tells what the store remembers of alerts. Reads the store alone, neither definitions nor data, and changes nothing.
public struct AlertQuestions: Sendable {
    /// Verdicts that are told with an alert, the latest last.
    private static let verdictsTold = 6

    private let stateFolder: String
    private let asOf: CalendarDate
    private let past: CalendarDate?

    /// - Parameters:
    ///   - asOf: the day on which marks are to hold.
    ///   - past: alerts are told as they stood at the end of the last run up to this day; nil for as they stand.
    public init(stateFolder: String, asOf: CalendarDate, past: CalendarDate? = nil) {
        self.past = past
        self.stateFolder = stateFolder
        self.asOf = asOf
    }

    /// The alerts, open ones first, then the more severe, then by rule and area.
    public func list(_ filter: AlertFilter) throws(RunFailure) -> [AlertSummary] {
        try asking { store throws(RunFailure) in
            let marks = try asking(of: store) { store throws(AlertStoreError) in try self.marks(in: store) }
            return try found(filter, in: store).map { AlertSummary($0, marks, asOf: asOf) }
        }
    }

    /// What there is to know of a rule's alerts.
    ///
    /// - Parameter area: by code or name; nil for every area.
    public func details(of rule: String, area: String?) throws(RunFailure) -> [AlertDetails] {
        var filter = AlertFilter()
        filter.rules = [rule]
        filter.areas = area.map { [$0] } ?? []
        return try asking { store throws(RunFailure) in
            let alerts = try found(filter, in: store)
            guard !alerts.isEmpty else {
                throw .usage(
                    words: "no alert of `\(rule)`\(area.map { " for `\($0)`" } ?? "") was ever told of",
                    remedy: "`beacon explain \(rule)` says why it did not fire")
            }
            let (marks, events, places) = try asking(of: store) { store throws(AlertStoreError) in
                (try self.marks(in: store), try store.markEvents().filter { isKnown($0.day) }, try store.runPlaces())
            }
            return try alerts.map { alert throws(RunFailure) in
                AlertDetails(
                    alert, marks, asOf: asOf, verdicts: try verdicts(of: alert, in: store),
                    history: AlertEvent.history(of: [alert], events, places))
            }
        }
    }

    /// Everything that was recorded of alerts, in the order in which it was.
    public func history(_ filter: AlertFilter) throws(RunFailure) -> [AlertEvent] {
        try asking { store throws(RunFailure) in
            let (events, places) = try asking(of: store) { store throws(AlertStoreError) in
                (try store.markEvents().filter { isKnown($0.day) }, try store.runPlaces())
            }
            return AlertEvent.history(of: try found(filter, in: store), events, places)
        }
    }

    /// Every mark, oldest first.
    ///
    /// - Parameter isHoldingOnly: only those that hold on the day asked for.
    public func marks(isHoldingOnly: Bool) throws(RunFailure) -> [MarkSummary] {
        try asking { store throws(RunFailure) in
            let (marks, names) = try asking(of: store) { store throws(AlertStoreError) in
                (try store.marks(), try KnownNames(store, alerts: []))
            }
            return marks.filter { !isHoldingOnly || $0.holds(on: asOf) }.map {
                MarkSummary($0, names: names, asOf: asOf)
            }
        }
    }

    /// The marks that hold on the day, on rules by the ids that they had then.
    private func marks(in store: AlertStore) throws(AlertStoreError) -> AlertMarks {
        let renames = RuleRenames(try store.memory().renamings.filter { isKnown($0.day) })
        return AlertMarks(try store.marks(following: renames), asOf: asOf)
    }

    private func isKnown(_ day: CalendarDate) -> Bool { past.map { day <= $0 } ?? true }

    private func found(_ filter: AlertFilter, in store: AlertStore) throws(RunFailure) -> [StoredAlert] {
        let (alerts, names, first) = try asking(of: store) { store throws(AlertStoreError) in
            let runs = try store.runs()
            guard let first = runs.first else { throw AlertStoreError(.nothingStored(folder: stateFolder)) }
            let alerts = try store.alerts(asOf: past)
            return (alerts, try KnownNames(store, alerts: alerts), first)
        }
        guard isKnown(first.asOf) else {
            throw .usage(
                words: "no run up to \(past ?? asOf) is stored: nothing is known of that day",
                remedy: "the first is of \(first.asOf); name that day or a later one by `--as-of`")
        }
        try filter.check(against: names)
        var filter = filter
        // A person may still call a rule by the id that it had.
        filter.rules = filter.rules.map { rule in
            alerts.contains { $0.rule == rule }
                ? rule : alerts.first { $0.steps.contains { $0.transition.rule == rule } }?.rule ?? rule
        }
        return alerts.filter(filter.admits).map { (alert: $0, state: $0.record.state) }.sorted { left, right in
            let ranks = [left, right].map { entry in
                (
                    entry.state.isOpen ? 0 : 1, -(entry.alert.toldRule?.severity.place ?? -1), entry.alert.rule,
                    entry.alert.area
                )
            }
            return ranks[0] < ranks[1]
        }.map(\.alert)
    }

    /// The last verdicts of the rule for the alert's area, as the last run up to the day came to them; none where they were pruned.
    private func verdicts(of alert: StoredAlert, in store: AlertStore) throws(RunFailure) -> [AlertDetails.Judgement] {
        let column = try asking(of: store) { store throws(AlertStoreError) -> VerdictColumn? in
            guard let level = alert.toldArea?.level, let run = try store.runs().last(where: { isKnown($0.asOf) }) else {
                return nil
            }
            do throws(AlertStoreError) {
                return try store.verdicts(of: alert.rule, at: level, after: run.id)
            } catch {
                guard case .pruned = error.problem else { throw error }
                return nil
            }
        }
        guard let column else { return [] }
        let periods = (0..<column.periodCount).suffix(Self.verdictsTold).map { column.first.moved(by: $0) }
        return periods.compactMap { period in
            column[alert.area, period].map { AlertDetails.Judgement(period: period.description, verdict: $0.words) }
        }
    }

    private func asking<Value>(_ work: (AlertStore) throws(RunFailure) -> Value) throws(RunFailure) -> Value {
        let store: AlertStore
        do throws(AlertStoreError) {
            store = try AlertStore(reading: stateFolder)
        } catch {
            throw RunFailure(error, at: "alerts")
        }
        defer { store.close() }
        return try work(store)
    }

    private func asking<Value>(
        of store: AlertStore, _ work: (AlertStore) throws(AlertStoreError) -> Value
    ) throws(RunFailure) -> Value {
        do throws(AlertStoreError) {
            return try work(store)
        } catch {
            throw RunFailure(error, at: "alerts")
        }
    }
}
