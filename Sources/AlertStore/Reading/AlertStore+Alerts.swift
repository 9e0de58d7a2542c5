import Alerting
import Definitions
import Diagnostics
import GRDB
import Measures

extension AlertStore {
    /// Every alert that was ever told of, by rule and area.
    public func alerts() throws(AlertStoreError) -> [StoredAlert] {
        try read { database in
            let rules = try ToldNames.rules(in: database, of: self)
            let areas = try ToldNames.areas(in: database)
            let steps = try steps(database)
            return Dictionary(grouping: steps) { [$0.transition.rule, $0.transition.area.rawValue] }.values
                .compactMap { steps in
                    guard let first = steps.first?.transition else { return nil }
                    return StoredAlert(
                        rule: first.rule, area: first.area, toldRule: rules[first.rule], toldArea: areas[first.area],
                        steps: steps)
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
                SELECT rule, area, grain, period, state, meaning.text, as_of, run.id
                FROM transition JOIN run ON run.id = run JOIN meaning ON meaning.id = meaning
                ORDER BY transition.id
                """)
        var steps: [StoredAlert.Step] = []
        while let row = try rows.next() {
            guard let grain = Grain(rawValue: row[2]) else { throw unreadable("transition", "grain") }
            guard let state = AlertState(rawValue: row[4]) else { throw unreadable("transition", "state") }
            steps.append(
                StoredAlert.Step(
                    run: RunID(rawValue: row[7]), asOf: CalendarDate(daysSince1970: row[6]),
                    transition: Transition(
                        rule: row[0], area: AreaCode(row[1] as String), period: Period(grain: grain, ordinal: row[3]),
                        state: state, meaning: row[5])))
        }
        return steps
    }
}
