import Alerting
import Definitions
import Diagnostics
import GRDB
public import Measures

extension AlertStore {
    /// Every alert that was ever told of, by rule and area, with what was recorded of it under an earlier id of its rule.
    ///
    /// - Parameter day: as they stood at the end of it; nil for now.
    public func alerts(asOf day: CalendarDate? = nil) throws(AlertStoreError) -> [StoredAlert] {
        try read { database in
            let renames = RuleRenames(
                try ToldRows.renamings(in: database).filter { renaming in day.map { renaming.day <= $0 } ?? true })
            func name(_ step: StoredAlert.Step) -> String? { renames.name(of: step.transition.rule, recordedOn: step.asOf) }
            let rules = try ToldNames.rules(in: database, of: self)
            let areas = try ToldNames.areas(in: database)
            let steps = try steps(database).filter { step in (day.map { step.asOf <= $0 } ?? true) && name(step) != nil }
            return Dictionary(grouping: steps) { [name($0) ?? "", $0.transition.area.rawValue] }.values
                .compactMap { steps in
                    guard let first = steps.first, let rule = name(first) else { return nil }
                    let area = first.transition.area
                    return StoredAlert(
                        rule: rule, area: area, toldRule: rules[rule], toldArea: areas[area], steps: steps)
                }.sorted { ($0.rule, $0.area) < ($1.rule, $1.area) }
        }
    }

    /// Every rule and area of which a run told, as last called, by id and code.
    public func names() throws(AlertStoreError) -> (rules: [ToldRule], areas: [ToldArea]) {
        try read { database in
            (
                try ToldNames.rules(in: database, of: self).values.sorted { $0.rule < $1.rule },
                try ToldNames.areas(in: database).values.sorted { $0.area < $1.area }
            )
        }
    }

    /// Every transition in the order in which they were recorded.
    func steps(_ database: Database) throws -> [StoredAlert.Step] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT rule, area, grain, period, state, meaning, as_of, run.id
                FROM transition JOIN run ON run.id = run
                ORDER BY transition.id
                """)
        var steps: [StoredAlert.Step] = []
        // The few meanings stand behind all the rows: one text each makes them quick to compare.
        let meanings = try meanings(database)
        while let row = try rows.next() {
            guard let grain = Grain(rawValue: row[2]) else { throw unreadable("transition", "grain") }
            guard let state = AlertState(rawValue: row[4]) else { throw unreadable("transition", "state") }
            guard let meaning = meanings[row[5]] else { throw unreadable("transition", "meaning") }
            steps.append(
                StoredAlert.Step(
                    run: RunID(rawValue: row[7]), asOf: CalendarDate(daysSince1970: row[6]),
                    transition: Transition(
                        rule: row[0], area: AreaCode(row[1] as String), period: Period(grain: grain, ordinal: row[3]),
                        state: state, meaning: meaning)))
        }
        return steps
    }

    private func meanings(_ database: Database) throws -> [Int64: String] {
        let rows = try Row.fetchAll(database, sql: "SELECT id, text FROM meaning")
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}
