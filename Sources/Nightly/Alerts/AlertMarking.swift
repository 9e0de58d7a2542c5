import AlertStore
import Alerting
import Diagnostics
public import Foundation
public import Measures

/// Says things of alerts on behalf of a person: each a short transaction of its own, also beside a run, that holds from the next run on.
public struct AlertMarking: Sendable {
    /// Longer texts belong into minutes.
    private static let longestText = 2000

    private let stateFolder: String
    private let day: CalendarDate
    private let time: Date

    /// - Parameters:
    ///   - day: from which it holds.
    ///   - time: by the clock, for the record alone.
    public init(stateFolder: String, day: CalendarDate, time: Date) {
        self.stateFolder = stateFolder
        self.day = day
        self.time = time
    }

    /// Who says it, and why.
    public struct Statement: Sendable {
        public var author: String
        public var words: String

        public init(author: String, words: String) {
            self.author = author
            self.words = words
        }
    }

    /// Says that somebody knows of an open alert.
    ///
    /// - Parameter area: by code or name; it may be left out where only one alert of the rule is open.
    public func acknowledge(
        _ rule: String, area: String?, until: CalendarDate?, _ statement: Statement
    ) throws(RunFailure) -> MarkSummary {
        try check(statement, until)
        let (alert, names) = try openAlert(of: rule, area: area)
        return try add(
            NewMark(
                .acknowledgement, rule: rule, area: alert.area, day: day, until: until, author: statement.author,
                words: statement.words), of: alert.opened, names)
    }

    /// The one open alert that a rule and an area name, or a rule alone.
    private func openAlert(of rule: String, area: String?) throws(RunFailure) -> (StoredAlert, KnownNames) {
        let (alerts, names) = try known()
        try names.check("rule", rule, among: names.rules)
        let place = try area.map { name throws(RunFailure) in try find(name, names) }
        let open = alerts.filter { $0.rule == rule && $0.record.isOpen && (place.map($0.isFor) ?? true) }
        guard let alert = open.first else {
            throw .usage(
                words: "no alert of `\(rule)`\(area.map { " for `\($0)`" } ?? "") is open",
                remedy: "`beacon alerts list --open` names those that are")
        }
        if open.count == 1, let opened = alert.opened, day < opened {
            throw .usage(
                words:
                    "the alert of `\(rule)` for \(alert.toldArea?.name ?? alert.area.rawValue) was first told on \(opened), after \(day)",
                remedy: "name that day or a later one by `--as-of`")
        }
        guard open.count == 1 else {
            throw .usage(
                words: "\(open.count) alerts of `\(rule)` are open",
                remedy: "name one by `--area`: " + open.map { $0.toldArea?.name ?? $0.area.rawValue }.joined(separator: ", ")
            )
        }
        return (alert, names)
    }

    /// Keeps alerts out of the notices until a day: those of a rule, an area, what a group hears of, or of all that are named together.
    public func silence(
        rule: String?, area: String?, group: String?, until: CalendarDate, _ statement: Statement
    ) throws(RunFailure) -> MarkSummary {
        try check(statement, until)
        let (_, names) = try known()
        if let rule { try names.check("rule", rule, among: names.rules) }
        if let group { try names.check("group", group, among: names.groups) }
        let place = try area.map { name throws(RunFailure) in try find(name, names) }
        return try add(
            NewMark(
                .silence, rule: rule, area: place, group: group, day: day, until: until, author: statement.author,
                words: statement.words), names)
    }

    public func note(_ rule: String, area: String?, _ statement: Statement) throws(RunFailure) -> MarkSummary {
        try check(statement, nil)
        let (_, names) = try known()
        try names.check("rule", rule, among: names.rules)
        let place = try area.map { name throws(RunFailure) in try find(name, names) }
        return try add(
            NewMark(.note, rule: rule, area: place, day: day, author: statement.author, words: statement.words), names)
    }

    /// Says what is to be done in answer to an alert, by whom and until when.
    ///
    /// - Parameter area: by code or name; it may be left out where only one alert of the rule is open.
    public func act(
        on rule: String, area: String?, owner: String, due: CalendarDate, _ statement: Statement
    ) throws(RunFailure) -> MarkSummary {
        try check(statement, nil)
        try checkDay(due, "--due")
        try check("--owner", owner)
        let (alert, names) = try openAlert(of: rule, area: area)
        return try add(
            NewMark(
                .action, rule: rule, area: alert.area, day: day, until: due, author: statement.author,
                words: statement.words, owner: owner), names)
    }

    /// Says what came of an action.
    public func tellOutcome(ofAction action: Int64, _ statement: Statement) throws(RunFailure) {
        try check(statement, nil)
        try writing { store throws(AlertStoreError) in
            try store.tellOutcome(ofAction: action, on: day, by: statement.author, statement.words, at: time)
        }
    }

    /// Ends a silence or an acknowledgement before its day.
    public func end(_ mark: Int64, by author: String, because words: String?) throws(RunFailure) {
        try check(Statement(author: author, words: words ?? "-"), nil)
        try writing { store throws(AlertStoreError) in
            try store.endMark(mark, on: day, by: author, because: words, at: time)
        }
    }

    /// Erases what a mark says, and with `withAuthor` who made it too.
    public func erase(_ mark: Int64, withAuthor: Bool, _ statement: Statement) throws(RunFailure) {
        try check(statement, nil)
        let isErased = try writing { store throws(AlertStoreError) in
            var erased = false
            for part in withAuthor ? MarkPart.allCases : [.words] {
                let isDone = try store.erase(
                    part, ofMark: mark, on: day, by: statement.author, because: statement.words, at: time)
                erased = erased || isDone
            }
            return erased
        }
        guard isErased else {
            throw .usage(
                words: "nothing of mark \(mark) that this would erase is there any more",
                remedy: "`beacon alerts marks --all` shows what it still says")
        }
    }

    private func check(_ statement: Statement, _ until: CalendarDate?) throws(RunFailure) {
        try check("--by", statement.author)
        try check("--because", statement.words)
        if let until { try checkDay(until, "--until") }
    }

    private func checkDay(_ last: CalendarDate, _ option: String) throws(RunFailure) {
        guard last < day else { return }
        throw .usage(words: "the last day, \(last), lies before \(day)", remedy: "name a day to come by `\(option)`")
    }

    private func check(_ option: String, _ text: String) throws(RunFailure) {
        guard text.unicodeScalars.contains(where: \.isSeen), text.count <= Self.longestText else {
            throw .usage(
                words: "`\(option)` says nothing, or is over \(Self.longestText) characters long",
                remedy: "say in a few words who does it and why")
        }
    }

    private func known() throws(RunFailure) -> (alerts: [StoredAlert], names: KnownNames) {
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: stateFolder)
            defer { store.close() }
            let alerts = try store.alerts()
            return (alerts, try KnownNames(store, alerts: alerts))
        } catch {
            throw RunFailure(error, at: "alerts")
        }
    }

    private func find(_ area: String, _ names: KnownNames) throws(RunFailure) -> AreaCode {
        guard let found = names.area(area) else { throw .unknown("area", area, among: names.areaNames) }
        return found.area
    }

    private func add(
        _ mark: NewMark, of opened: CalendarDate? = nil, _ names: KnownNames
    ) throws(RunFailure) -> MarkSummary {
        let added = try writing { store throws(AlertStoreError) in try store.add(mark, of: opened, at: time) }
        var summary = MarkSummary(added.mark, names: names, asOf: day)
        summary.isNew = added.isNew
        return summary
    }

    private func writing<Value>(_ work: (AlertStore) throws(AlertStoreError) -> Value) throws(RunFailure) -> Value {
        // What is said to a store that a run refuses would be lost with it.
        try KeptHeads.check(stateFolder: stateFolder, at: "alerts")
        do throws(AlertStoreError) {
            let store = try AlertStore.openBesideRuns(stateFolder: stateFolder, at: time)
            defer { store.close() }
            return try work(store)
        } catch {
            throw RunFailure(error, at: "alerts")
        }
    }
}

extension StoredAlert {
    fileprivate func isFor(_ code: AreaCode) -> Bool { area == code }
}

extension Unicode.Scalar {
    /// Whether a reader sees it: no space, control or mark of direction or of no width.
    fileprivate var isSeen: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        case .nonspacingMark, .enclosingMark: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }
}
