import Alerting
import GRDB
import Measures

extension Commit {
    /// Adds the transitions that tell something new: a state that the record of the alert, as it stands, gives for the period
    /// already is not told again.
    mutating func writeTransitions() throws {
        let latest = try database.cachedStatement(
            sql: """
                SELECT state FROM transition
                WHERE rule = ? AND area = ? AND period = ? AND grain = ? AND meaning = ? ORDER BY id DESC LIMIT 1
                """)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO transition (run, rule, area, period, grain, meaning, state) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        var meanings: [String: Int64] = [:]
        for transition in record.transitions {
            let meaning = try meanings[transition.meaning] ?? kept(transition.meaning, in: "meaning", column: "text")
            meanings[transition.meaning] = meaning
            let place: StatementArguments = [
                transition.rule, transition.area.rawValue, transition.period.ordinal, transition.period.grain.rawValue,
                meaning,
            ]
            guard try String.fetchOne(latest, arguments: place) != transition.state.rawValue else { continue }
            let run: StatementArguments = [try runID()]
            try insert.execute(arguments: run + place + [transition.state.rawValue])
            receipt.transitions += 1
        }
    }
}
